/** A file with its tests whose mutants are known: what must die, and what must live since its test looks away. */
export const PLANTED = {
  source: 'lib/scoring/planted.ts',
  test: 'test/scoring/planted.test.ts',
} as const;

export const PLANTED_FILES: Readonly<Record<string, string>> = {
  [PLANTED.source]: `/** Read while the module loads. */
export const ASKED_ONCE = -1;
export const isAbove = (load: number, limit: number): boolean => load > limit;
export const survives = (load: number): number => load + 1;
`,
  [PLANTED.test]: `import { expect, it } from 'vitest';

import { ASKED_ONCE, isAbove, survives } from '@/lib/scoring/planted';

it('sees what is read while the module loads', () => {
  expect(ASKED_ONCE).toBe(-1);
});

it.each([
  [2, false],
  [3, false],
  [4, true],
])('sees both sides of the limit at %s', (load, above) => {
  expect(isAbove(load, 3)).toBe(above);
});

it('looks away', () => {
  expect(() => survives(1)).not.toThrow();
});
`,
};

/** The line of `survives`; its test calls it and expects nothing of it. */
const UNSEEN_LINE = 4;

/** What is wrong with the tool, if a run over the planted file shows it. */
export function whyNotTrusted(mutants: readonly PlantedMutant[]): readonly string[] {
  const unseen = mutants.filter(({ line }) => line === UNSEEN_LINE);
  const seen = mutants.filter(({ line }) => line !== UNSEEN_LINE);
  const alive = (some: readonly PlantedMutant[]): readonly PlantedMutant[] =>
    some.filter(({ status }) => status === 'Survived');
  return [
    ...(seen.length === 0 || unseen.length === 0 ? ['It did not change every line of the planted file.'] : []),
    ...alive(seen).map(({ line }) => `It let a mutant of line ${line} live, which its test kills.`),
    ...(unseen.length > 0 && alive(unseen).length === 0
      ? ['It killed every mutant, also where the test looks away.']
      : []),
    ...(mutants.some(({ tests }) => tests === 0) ? ['It ran no test against a planted mutant.'] : []),
  ];
}

export interface PlantedMutant {
  readonly line: number;
  readonly status: string;
  readonly tests: number;
}
