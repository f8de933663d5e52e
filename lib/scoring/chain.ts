import type { Cause } from './contact';
import type { Ladder, StepBack } from './ladder';
import { claimed, onEntry, type Rung, turned } from './rung';

/** How often a year brings each cause. */
export type CauseRates = Readonly<Partial<Record<Cause, number>>>;

/**
 * A ladder as a chain of policy years: which state leads where after a year of k claims. Years are those of the replay itself, so
 * the two cannot disagree. Every claim is confirmed; protection, which must remember years, is left out.
 */
export interface Chain {
  /** By rung; with an amnesty more states follow, which differ by the claim-free years behind them. */
  readonly rungs: readonly number[];
  readonly entry: number;
  /** From each state, after k claims: where to, and how likely; the last k stands for more. */
  readonly after: readonly (readonly Ends[])[];
}

type Ends = readonly (readonly [to: number, chance: number])[];

interface Weighted {
  readonly rung: Rung;
  readonly chance: number;
}

/** Claims up to `most` a year, of causes in these proportions. */
export function chainOf(ladder: Ladder, rates: CauseRates, most: number): Chain {
  const bare = unprotected(ladder);
  const causes = sharesOf(rates);
  const begins = ladder.discounts.map((_, rung) => freshAt({ ...onEntry(bare, 0), rung }));
  const states = new Map(begins.map((rung) => [keyOf(rung), rung]));
  const years: Weighted[][][] = [];
  for (const begin of states.values()) {
    const year = yearsFrom(bare, begin, causes, most);
    years.push(year);
    for (const { rung } of year.flat()) states.set(keyOf(rung), states.get(keyOf(rung)) ?? rung);
  }
  const index = new Map([...states.keys()].map((key, state) => [key, state]));
  const endsOf = (weighted: readonly Weighted[] = []): Ends =>
    weighted.map(({ rung, chance }) => [index.get(keyOf(rung)) ?? 0, chance] as const);
  return {
    rungs: Array.from(states.values(), ({ rung }) => rung),
    entry: ladder.entry,
    after: years.map((year) => year.map(endsOf)),
  };
}

function unprotected(ladder: Ladder): Ladder {
  const { protection: _, ...rest } = ladder;
  return rest;
}

function sharesOf(rates: CauseRates): [Cause, number][] {
  const drawn = Object.entries(rates) as [Cause, number][];
  const total = drawn.reduce((sum, [, rate]) => sum + rate, 0);
  return drawn.filter(([, rate]) => rate > 0).map(([cause, rate]) => [cause, rate / total]);
}

/** Where each number of claims leaves who begins a year here, after the anniversary. */
function yearsFrom(
  ladder: Ladder,
  begin: Rung,
  causes: readonly (readonly [Cause, number])[],
  most: number,
): Weighted[][] {
  const columns = columnsOf(ladder);
  let during: Weighted[] = [{ rung: begin, chance: 1 }];
  const ends: Weighted[][] = [];
  for (let claims = 0; claims <= most; claims++) {
    ends.push(merged(during.map(({ rung, chance }) => ({ rung: freshAt(turned(ladder, rung, 0)), chance }))));
    during = merged(
      during.flatMap(({ rung, chance }) =>
        causes.map(([cause, share]) => ({
          rung: capped(claimed(ladder, rung, { at: 0, cause }, true), ladder.claimFreeMax + 1, columns),
          chance: chance * share,
        })),
      ),
    );
  }
  return ends;
}

/** What decides the rest of a year and those after it. */
const keyOf = ({ rung, free, year }: Rung): string => JSON.stringify([rung, free, year]);

function merged(all: readonly Weighted[]): Weighted[] {
  const byKey = new Map<string, Weighted>();
  for (const { rung, chance } of all) {
    const key = keyOf(rung);
    byKey.set(key, { rung, chance: chance + (byKey.get(key)?.chance ?? 0) });
  }
  return [...byKey.values()];
}

const freshAt = (rung: Rung): Rung => ({
  rung: rung.rung,
  since: 0,
  earlier: [],
  year: { from: rung.rung, claims: 0, pending: 0, steps: 0 },
  free: rung.free,
  forgiven: [],
  falls: [],
});

/** Counts beyond what a ladder tells apart, and the past, make no other state. */
function capped(rung: Rung, mostClaims: number, mostSteps: number): Rung {
  const { claims, steps } = rung.year;
  const year = {
    ...rung.year,
    claims: Math.min(claims, mostClaims),
    pending: 0,
    steps: Math.min(steps, mostSteps),
  };
  return { ...rung, since: 0, earlier: [], falls: [], year };
}

/** Beyond the last column of its tables a ladder tells no claims apart. */
const columnsOf = ({ stepBack }: Ladder): number =>
  Math.max(
    1,
    ...Object.values(stepBack).map((step: StepBack) =>
      'to' in step ? Math.max(...step.to.map((row) => row.length)) : 1,
    ),
  );
