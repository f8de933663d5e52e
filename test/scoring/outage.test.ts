import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fallsInto, type Outage, outageOf, type Struck } from '@/lib/scoring/outage';

const fire: Outage = { id: 'fire', name: 'Fire', from: 1000, to: 2000 };
const struck = (more: Partial<Struck> = {}): Struck => ({ at: 1500, sourceId: 'aaaaaaaa', ...more });

describe('the time of an outage', () => {
  it.each([
    { at: 999, falls: false },
    { at: 1000, falls: true },
    { at: 1999, falls: true },
    { at: 2000, falls: false },
  ])('at $at: $falls', ({ at, falls }) => expect(fallsInto(fire, struck({ at }))).toBe(falls));

  it('lasts as long as nobody says when it was over', () => {
    const { to: _, ...lasting } = fire;
    expect(fallsInto(lasting, struck({ at: Number.MAX_SAFE_INTEGER }))).toBe(true);
    expect(fallsInto(lasting, struck({ at: 999 }))).toBe(false);
  });
});

describe('where an outage was felt', () => {
  const hints = { queue: 'Support', tags: ['VPN', 'slow'] };
  it.each<{ case: string; where: Partial<Outage>; of: Partial<Struck>; falls: boolean }>([
    { case: 'everywhere', where: {}, of: {}, falls: true },
    { case: 'in its source', where: { sourceId: 'aaaaaaaa' }, of: {}, falls: true },
    { case: 'in another', where: { sourceId: 'bbbbbbbb' }, of: {}, falls: false },
    {
      case: 'in one of its queues, whatever the case',
      where: { queues: ['Sales', 'SUPPORT'] },
      of: { hints },
      falls: true,
    },
    { case: 'in none', where: { queues: ['Sales'] }, of: { hints }, falls: false },
    { case: 'no queue is known', where: { queues: ['Support'] }, of: { hints: { tags: [] } }, falls: false },
    { case: 'with one of its tags, whatever the case', where: { tags: ['vpn', 'mail'] }, of: { hints }, falls: true },
    { case: 'with none', where: { tags: ['mail'] }, of: { hints }, falls: false },
    { case: 'no tags are known', where: { tags: ['vpn'] }, of: {}, falls: false },
    { case: 'queue right, tag wrong', where: { queues: ['support'], tags: ['mail'] }, of: { hints }, falls: false },
    { case: 'queue wrong, tag right', where: { queues: ['sales'], tags: ['vpn'] }, of: { hints }, falls: false },
    {
      case: 'all of it right',
      where: { sourceId: 'aaaaaaaa', queues: ['support'], tags: ['vpn'] },
      of: { hints },
      falls: true,
    },
  ])('$case: $falls', ({ where, of, falls }) => expect(fallsInto({ ...fire, ...where }, struck(of))).toBe(falls));

  it('a call logged by hand belongs to no source', () => {
    expect(fallsInto(fire, { at: 1500 })).toBe(true);
    expect(fallsInto({ ...fire, sourceId: 'aaaaaaaa' }, { at: 1500 })).toBe(false);
  });
});

describe('of several outages', () => {
  const earlier: Outage = { ...fire, id: 'z', from: 500 };
  const twin: Outage = { ...fire, id: 'a' };

  it('the first that began is meant, ties by id', () => {
    expect(outageOf([fire, earlier, twin], struck())?.id).toBe('z');
    expect(outageOf([fire, twin], struck())?.id).toBe('a');
    expect(outageOf([twin, fire], struck())?.id).toBe('a');
  });

  it('none is meant outside', () => expect(outageOf([fire, twin], struck({ at: 2000 }))).toBeUndefined());

  it('their order says nothing', () => {
    const outages = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        name: fc.constant(''),
        from: fc.nat(9),
        to: fc.integer({ min: 10, max: 20 }),
      }),
      { minLength: 1, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(outages, fc.nat(25), (all, at) => {
        const found = outageOf(all, { at });
        expect(outageOf(all.toReversed(), { at })).toEqual(found);
        expect(found === undefined).toBe(!all.some((outage) => fallsInto(outage, { at })));
      }),
    );
  });
});
