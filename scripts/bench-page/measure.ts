import type { Debugged } from './debugged.ts';
import type { BenchPage } from './pages.ts';
import { CHURN } from './pages.ts';
import { measured, median, type Measured } from './statistics.ts';
import { visit, type Cost } from './visit.ts';

/** The same page in the same round: without an extension, with either floor, with ours. */
export interface Contenders {
  readonly bare: Debugged;
  readonly statement: Debugged;
  readonly span: Debugged;
  readonly ours: Debugged;
}

export type Round = Readonly<Record<keyof Contenders, Cost>>;

export interface Result {
  readonly rounds: number;
  /** Medians of the bare browser. */
  readonly bare: Cost;
  readonly over: Readonly<Record<'bare' | 'statement' | 'span', Readonly<Record<keyof Cost, Measured>>>>;
}

/** An interval wider than this says too little, in ms. */
export const WIDE = 4;

interface Plan {
  readonly least: number;
  readonly most: number;
  readonly said: (text: string) => void;
}

/** Adds rounds until the intervals that targets hang on are narrow, or there are enough. */
export async function measure(contenders: Contenders, page: BenchPage, { least, most, said }: Plan): Promise<Result> {
  const rounds: Round[] = [];
  await oneRound(contenders, page, 0);
  for (;;) {
    rounds.push(await oneRound(contenders, page, rounds.length));
    if (rounds.length < least || (rounds.length % 5 !== 0 && rounds.length < most)) continue;
    const result = resultOf(rounds);
    said(`${page.name}: ${rounds.length} rounds, load within ${width(result.over.span.load)} ms`);
    if (rounds.length >= most || isNarrow(result)) return result;
  }
}

const width = ({ low, high }: Measured): number => Math.round((high - low) * 10) / 10;
export const isNarrow = ({ over }: Result): boolean =>
  width(over.span.load) < WIDE && width(over.statement.churn) < WIDE;

/** Whoever goes first finds the machine in another state: the order goes round. */
async function oneRound(contenders: Contenders, { url }: BenchPage, number: number): Promise<Round> {
  const names = Object.keys(contenders) as (keyof Contenders)[];
  const costs = new Map<string, Cost>();
  const first = number % names.length;
  for (const name of [...names.slice(first), ...names.slice(0, first)]) {
    costs.set(name, await visit(contenders[name], url, CHURN));
  }
  return Object.fromEntries(costs) as Round;
}

function resultOf(rounds: readonly Round[]): Result {
  const over = (floor: keyof Contenders) => {
    const difference = (what: keyof Cost) => measured(rounds.map((round) => round.ours[what] - round[floor][what]));
    return { load: difference('load'), churn: difference('churn'), heap: difference('heap') };
  };
  const usual = (what: keyof Cost): number => median(rounds.map(({ bare }) => bare[what]));
  return {
    rounds: rounds.length,
    bare: { load: usual('load'), churn: usual('churn'), heap: usual('heap') },
    over: { bare: over('bare'), statement: over('statement'), span: over('span') },
  };
}
