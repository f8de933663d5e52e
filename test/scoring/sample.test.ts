import { describe, expect, it } from 'vitest';

import { SAMPLE, sampleOf } from '@/lib/scoring/sample';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `rt:desk/${index}`);

describe('the sample', () => {
  it('is everybody up to 2,000', () => {
    expect(SAMPLE).toBe(2_000);
    expect(sampleOf(ids(2_000))).toEqual(ids(2_000));
    expect(sampleOf([])).toEqual([]);
  });

  it('is 2,000 of more, each once', () => {
    const sample = sampleOf(ids(2_001));
    expect(new Set(sample).size).toBe(2_000);
    expect(sampleOf(ids(30_000))).toHaveLength(2_000);
  });

  it('is the same every night, in whatever order', () => {
    const all = ids(5_000);
    expect(sampleOf(all.toReversed())).toEqual(sampleOf(all));
  });

  it('may be drawn in slices', () => {
    const all = ids(5_000);
    let sliced: string[] = [];
    for (const from of [0, 1_700, 3_400]) sliced = sampleOf([...sliced, ...all.slice(from, from + 1_700)]);
    expect(sliced).toEqual(sampleOf(all));
  });

  it('is fair: of every tenth part of the ids it takes a tenth', () => {
    const parts = Array(10).fill(0);
    for (const id of sampleOf(ids(20_000))) parts[Math.floor(Number(id.slice(8)) / 2_000)] += 1;
    for (const part of parts) expect(Math.abs(part - 200)).toBeLessThan(45);
  });

  it('stays nearly the same when somebody comes', () => {
    const before = new Set(sampleOf(ids(10_000)));
    const after = sampleOf(ids(10_100)).filter((id) => before.has(id));
    expect(after.length).toBeGreaterThan(1_950);
  });
});
