import { rulesFor } from './subject';
import type { Cause } from './contact';
import type { Contract } from './contract';
import { halfEven } from './half-even';
import type { Ladder } from './ladder';
import { localDate } from './policy-year';
import type { Place, Rung } from './rung';
import { sumOf } from './sum';
import { type History, tallyOf, type TallyRules } from './tally';

export interface Invoice {
  readonly at: number;
  /** Before any discount. */
  readonly minor: number;
}

export interface ReplayCustomer {
  readonly id: string;
  readonly history: History;
  readonly contract?: Contract;
  readonly invoices: readonly Invoice[];
}

/** What a ladder would have cost until now. Minor units; a surcharge costs less than nothing. */
export interface Replay {
  readonly ladderId: string;
  readonly costMinor: number;
  /** By calendar year in the vendor's zone, oldest first. */
  readonly byYear: readonly { readonly year: number; readonly minor: number }[];
  /** Whom it would have cost us most. */
  readonly top: readonly { readonly id: string; readonly minor: number }[];
  readonly stepsBack: number;
  /** Of these, how many would not have been, had every unknown crash turned out to be a fault of ours. */
  readonly preventable: number;
  /** Falls that wait for a person, and took nothing yet. */
  readonly waiting: number;
  /** Where everybody stands now, in the order of the customers; nobody who has not begun. */
  readonly places: readonly (Rung | undefined)[];
}

const TOP = 10;

/** Every customer's record, run through a ladder (docs/SCORING.md §4.6). Falls need a person here, too. */
export function replayOf(ladder: Ladder, customers: readonly ReplayCustomer[], rules: TallyRules, now: number): Replay {
  const runs = customers.map((customer) => runOf(ladder, customer, rules, now));
  const years = new Map<number, number>();
  for (const { at, minor } of runs.flatMap(({ discounts }) => discounts)) {
    const { year } = localDate(at, rules.zone);
    years.set(year, (years.get(year) ?? 0) + minor);
  }
  const costs = runs.map(({ id, discounts }) => ({ id, minor: sumOf(discounts.map(({ minor }) => minor)) }));
  return {
    ladderId: ladder.id,
    costMinor: sumOf(costs.map(({ minor }) => minor)),
    byYear: [...years].map(([year, minor]) => ({ year, minor })).toSorted((a, b) => a.year - b.year),
    top: costs.toSorted((a, b) => b.minor - a.minor || (a.id < b.id ? -1 : 1)).slice(0, TOP),
    stepsBack: sumOf(runs.map(({ falls }) => falls)),
    preventable: sumOf(runs.map(({ preventable }) => preventable)),
    waiting: sumOf(runs.map(({ waiting }) => waiting)),
    places: runs.map(({ place }) => place),
  };
}

function runOf(ladder: Ladder, { id, history, contract, invoices }: ReplayCustomer, rules: TallyRules, now: number) {
  const own: TallyRules = { ...rulesFor(rules, contract ? { contract } : {}), ladder };
  const { ladder: state } = tallyOf(id, history, own, now).tally;
  const falls = state ? stepsBack(state.now) : 0;
  const blameless = falls > 0 ? tallyOf(id, asOurFault(history), own, now).tally.ladder : state;
  return {
    id,
    place: state?.now,
    falls,
    preventable: falls - (blameless ? stepsBack(blameless.now) : 0),
    waiting: state?.proposed.length ?? 0,
    discounts: invoices.flatMap(({ at, minor }) =>
      state && at <= now ? [{ at, minor: discountOf(ladder, state.now, { at, minor }) }] : [],
    ),
  };
}

const stepsBack = ({ falls }: Rung): number => falls.filter(({ cause }) => cause !== 'pause').length;

/** The record, had a person found a fault of ours behind everything that nobody can explain. */
const asOurFault = ({ past, contacts }: History): History => ({
  past: past.map((row) => (isCrash(row) ? { ...row, cause: 'product_fault', counted: false } : row)),
  contacts: contacts.map((contact) => (isCrash(contact) ? { ...contact, cause: 'product_fault' } : contact)),
});

const isCrash = ({ cause }: { readonly cause: Cause }): boolean => cause === 'unknown_crash';

/** Whole minor units, halves to the even; nothing before the ladder began. */
function discountOf({ discounts }: Ladder, { earlier, ...place }: Rung, { at, minor }: Invoice): number {
  const stood = [...earlier, place].findLast(({ since }: Place) => since <= at);
  const percent = stood ? (discounts[stood.rung] ?? 0) : 0;
  return Number(halfEven(BigInt(minor) * BigInt(Math.round(percent * 100)), 10_000n));
}
