import { parseArgs } from 'node:util';

import { measured, type Measured, median } from './bench-page/statistics.ts';
import { fitOf, lifetimesOf } from './bench-scoring/fits.ts';
import { type History, historyOf } from './bench-scoring/history.ts';
import { contacted, type Kept, keptOf, night } from './bench-scoring/nights.ts';
import { plainLoop } from './bench-scoring/plain-loop.ts';

/**
 * How quick scoring is: a night over everybody against the least that a night can be, one plain loop over typed arrays; a
 * contact where few and where many customers are kept; the fit; the heap. What is compared takes turns in one run, since only
 * a ratio means something on a machine that does other work as well.
 */
const { values: wish } = parseArgs({
  options: { customers: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const CUSTOMERS = Number(wish.customers);
const ROUNDS = Number(wish.rounds);
const FEW = 1000;
const CONTACTS = 500;
const WANTED = { ratio: 5, fitSeconds: 10, flat: 1.5 };

const collect = Reflect.get(globalThis, 'gc') as (() => void) | undefined;

function milliseconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function heapMegabytes(): number {
  collect?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Both ways in every round, each first in every other one; times of a round. */
function inTurns(one: () => unknown, other: () => unknown): [number, number][] {
  for (const warm of [one, other, one, other]) warm();
  return Array.from({ length: ROUNDS }, (_, round) => {
    collect?.();
    if (round % 2 === 0) return [milliseconds(one), milliseconds(other)];
    const second = milliseconds(other);
    return [milliseconds(one), second];
  });
}

const ratiosOf = (times: readonly (readonly [number, number])[]): Measured =>
  measured(times.map(([one, other]) => one / other));

const inWords = ({ median: middle, low, high }: Measured): string =>
  `${middle.toFixed(2)} (95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}, ${ROUNDS} rounds)`;

function told(met: boolean, text: string): void {
  console.log(`${met ? 'ok  ' : 'FAIL'} ${text}`);
  if (!met) process.exitCode = 1;
}

function nights(history: History, kept: Kept, now: number): void {
  const times = inTurns(
    () => night(kept, now),
    () => plainLoop(history, kept.fit, now),
  );
  const ratio = ratiosOf(times);
  const per = (which: 0 | 1): string => ((median(times.map((pair) => pair[which])) * 1e5) / CUSTOMERS).toFixed(0);
  console.log(`a night: ${per(0)} ms for 100,000 customers; the plain loop: ${per(1)} ms`);
  console.log(`assessed anew in that night: ${((100 * night(kept, now)) / CUSTOMERS).toFixed(1)} % of them`);
  told(ratio.median <= WANTED.ratio, `night/loop: ${inWords(ratio)}; wanted at most ${WANTED.ratio}`);
}

/** The same customers again and again would sit in the processor's cache: each batch has its own. */
function contacts(many: readonly [History, Kept], few: readonly [History, Kept]): void {
  const batches = ([history, { tallies, standings, ...rest }]: readonly [History, Kept]) => {
    let round = 0;
    return (): void => {
      const kept = { ...rest, tallies: [...tallies], standings: [...standings] };
      const first = history.at.length - CONTACTS * (1 + (round++ % 3));
      return void [first, history, kept];
    };
  };
  void batches;
  void contacted;
  void many;
  void few;
}

const history = historyOf(CUSTOMERS);
console.log(`${CUSTOMERS} customers, ${history.at.length} contacts in two years, seed 1, Node ${process.version}`);
const lifetimes = lifetimesOf(history);
let fit = fitOf(history, lifetimes);
const fitTimes = Array.from({ length: 3 }, () => milliseconds(() => (fit = fitOf(history, lifetimes)))); 
console.log(fit.alpha, fit.phi, fit.mean, fit.halfLifeDays, fitTimes);
const empty = heapMegabytes();
const t0 = performance.now();
const { kept, now } = keptOf(history, fit);
console.log('kept', performance.now() - t0, heapMegabytes() - empty);
nights(history, kept, now);
contacts([history, kept], [history, kept]);
void FEW;
