import { parseArgs } from 'node:util';

import { fitOf, lifetimesOf } from './bench-scoring/fits.ts';
import { type History, historyOf } from './bench-scoring/history.ts';
import { callsFrom, type Kept, keptOf, night, nightOfAll } from './bench-scoring/nights.ts';
import { plainLoop } from './bench-scoring/plain-loop.ts';
import { heapMegabytes, inTurns, mediansOf, milliseconds, ratioOf } from './bench-scoring/turns.ts';

/**
 * How quick scoring is: a night over everybody against the least that a night can be, one plain loop over typed arrays; a
 * contact where few and where many customers are kept; the fit; the heap. What is compared takes turns in one run, since only
 * a ratio means something from machine to machine. Times are the processor's.
 */
const { values: wish } = parseArgs({
  options: { customers: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const CUSTOMERS = Number(wish.customers);
const ROUNDS = Number(wish.rounds);
/** It takes long, and its ratio is far from what is wanted. */
const ROUNDS_OF_ALL = 5;
const FEW = 1000;
const CALLS = 5000;
/** The processor's time is counted in steps of some milliseconds: what is short is done so often. */
const LOOPS = 5;
const WANTED = { night: 5, contact: 1.5, fitSeconds: 10 };

function told(met: boolean, text: string): void {
  console.log(`${met ? 'ok  ' : 'FAIL'} ${text}`);
  if (!met) process.exitCode = 1;
}

function tellRatio(what: string, { median, low, high }: ReturnType<typeof ratioOf>, wanted: number): void {
  const interval = `95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
  told(median <= wanted, `${what}: ${median.toFixed(2)} (${interval}); wanted at most ${wanted}`);
}

function tellNights(history: History, kept: Kept, now: number): void {
  const loops = (): unknown => Array.from({ length: LOOPS }, () => plainLoop(history, kept.fit, now));
  const nights = [
    ['a night of all, as the store has it', ROUNDS_OF_ALL, () => nightOfAll(kept, now)],
    ['a night in which most may rest', ROUNDS, () => night(kept, now)],
  ] as const;
  for (const [what, rounds, done] of nights) {
    const turns = inTurns(rounds, done, loops).map(([ours, plain]) => [ours, plain / LOOPS] as const);
    const [ours, plain] = mediansOf(turns).map((time) => ((time * 1e5) / CUSTOMERS).toFixed(0));
    console.log(`${what}: ${ours} ms for 100,000 customers, the plain loop ${plain} ms`);
    tellRatio(`${what}, over the loop`, ratioOf(turns), WANTED.night);
  }
  console.log(`${((100 * night(kept, now)) / CUSTOMERS).toFixed(1)} % cannot rest`);
}

function tellCalls(many: Kept, few: Kept, now: number): void {
  const turns = inTurns(
    ROUNDS,
    (round) => callsFrom(many, now, CALLS, round),
    (round) => callsFrom(few, now, CALLS, round),
  );
  const [inMany, inFew] = mediansOf(turns).map((time) => ((time * 1000) / CALLS).toFixed(0));
  console.log(`a contact costs ${inMany} µs among ${CUSTOMERS} customers, ${inFew} µs among ${FEW}`);
  tellRatio('many over few', ratioOf(turns), WANTED.contact);
}

const history = historyOf(CUSTOMERS);
console.log(`${CUSTOMERS} customers, ${history.at.length} contacts in two years; Node ${process.version}`);

const lifetimes = lifetimesOf(history);
const first = fitOf(history, lifetimes);
const fitSeconds = milliseconds(() => fitOf(history, lifetimes)) / 1000;
const nextSeconds = milliseconds(() => fitOf(history, lifetimes, first)) / 1000;
const { alpha, phi, mean, halfLifeDays } = first;
console.log(
  `alpha ${alpha.toFixed(3)}, phi ${phi.toFixed(3)}, mean ${mean.toFixed(3)}, half-life ${halfLifeDays} days`,
);
told(
  Math.max(fitSeconds, nextSeconds) <= WANTED.fitSeconds,
  `fit: ${fitSeconds.toFixed(1)} s, the next night's ${nextSeconds.toFixed(1)} s; wanted at most ${WANTED.fitSeconds} s`,
);

const before = heapMegabytes();
const { kept, now } = keptOf(history, first);
const heap = heapMegabytes() - before;
console.log(
  `heap: ${heap.toFixed(0)} MB of tallies and standings, ${((heap * 1e3) / CUSTOMERS).toFixed(1)} kB a customer`,
);

tellNights(history, kept, now);
tellCalls(kept, keptOf(historyOf(FEW), first).kept, now);
