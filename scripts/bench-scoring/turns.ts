import { measured, type Measured, median } from '../bench-page/statistics.ts';

/** Milliseconds of both in every round. */
export type Turns = readonly (readonly [one: number, other: number])[];

const collect = Reflect.get(globalThis, 'gc') as (() => void) | undefined;

/** Of the processor, in this thread: another's work on the machine does not lengthen it. */
export function milliseconds(work: () => unknown): number {
  const from = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}

export function heapMegabytes(): number {
  collect?.();
  return process.memoryUsage().heapUsed / 1e6;
}

const WARM_ROUNDS = 3;

/** Both in every round, each of them first in every other one. They are told the number of the round. */
export function inTurns(rounds: number, one: (round: number) => unknown, other: (round: number) => unknown): Turns {
  for (let round = 0; round < WARM_ROUNDS; round++) {
    one(round);
    other(round);
  }
  return Array.from({ length: rounds }, (_, round): [number, number] => {
    if (round % 2 === 0) return [milliseconds(() => one(round)), milliseconds(() => other(round))];
    const second = milliseconds(() => other(round));
    return [milliseconds(() => one(round)), second];
  });
}

export const ratioOf = (turns: Turns): Measured => measured(turns.map(([one, other]) => one / other));

/** Median time of the first and of the second. */
export const mediansOf = (turns: Turns): [number, number] => [
  median(turns.map(([one]) => one)),
  median(turns.map(([, other]) => other)),
];
