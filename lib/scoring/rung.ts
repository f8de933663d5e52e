import { type Cause, type Contact, YEAR } from './contact';
import { type Ladder, risen, type StepBack } from './ladder';

/** A place on the ladder, and since when. */
export interface Place {
  readonly rung: number;
  readonly since: number;
}

/** What this policy year has brought so far. */
export interface YearSoFar {
  /** Where it began. */
  readonly from: number;
  /** Counted contacts; and those of them that nobody has judged yet. */
  readonly claims: number;
  readonly pending: number;
  /** Confirmed claims that cost a step, but for those forgiven. */
  readonly steps: number;
  /** There was such a claim, forgiven or not: no rise at the end. */
  readonly spoilt?: true;
  /** Where the steps lead that are taken at its end. */
  readonly due?: { readonly rung: number; readonly cause: Cause };
}

export interface Fall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** That of the contact, or a pause too long. */
  readonly cause: Cause | 'pause';
}

/** A customer's place on the ladder, and all that decides where it leads. */
export interface Rung extends Place {
  /** Places before this one, oldest first. */
  readonly earlier: readonly Place[];
  readonly year: YearSoFar;
  /** Claim-free years on end, as long as an amnesty could still raise. */
  readonly free: number;
  /** When falls were forgiven. */
  readonly forgiven: readonly number[];
  /** Confirmed falls, oldest first. */
  readonly falls: readonly Fall[];
  /** The last anniversary would have brought this rung, had somebody judged what was pending. */
  readonly undecided?: { readonly at: number; readonly rung: number };
}

/** What the ladder wants to know of a contact. */
export type Claim = Pick<Contact, 'at' | 'cause'>;

const freshYear = (from: number): YearSoFar => ({ from, claims: 0, pending: 0, steps: 0 });

/** Where a new customer begins, with what clean years elsewhere are worth. */
export function onEntry(ladder: Ladder, since: number, cleanYears = 0): Rung {
  const honoured = Math.min(cleanYears, ladder.priorYears ?? 0);
  const rung = Array.from({ length: honoured }).reduce<number>((at) => risen(ladder, at), ladder.entry);
  return { rung, since, earlier: [], year: freshYear(rung), free: 0, forgiven: [], falls: [] };
}

/** What this contact costs beyond the rise, if it is confirmed. */
export function stepOf(ladder: Ladder, { year }: Rung, { cause }: Claim): StepBack | undefined {
  const step = ladder.stepBack[cause];
  return step && (step.always || year.claims >= ladder.claimFreeMax) ? step : undefined;
}

/** One more claim in this year. */
export function claimed(ladder: Ladder, before: Rung, claim: Claim, confirmed: boolean): Rung {
  const step = stepOf(ladder, before, claim);
  const { year } = before;
  const claims = year.claims + 1;
  const pending = year.pending + (claim.cause === 'pending' ? 1 : 0);
  const after: Rung = { ...before, year: { ...year, claims, pending } };
  if (!step || !confirmed) return after;
  const taken: YearSoFar = { ...after.year, steps: year.steps + 1, spoilt: true };
  const leads = (from: number): number => stepped(step, from, taken);
  const to = leads(step.when === 'immediate' ? before.rung : (year.due?.rung ?? before.rung));
  if (to < before.rung && isProtected(ladder, before, claim.at)) {
    return { ...after, year: { ...after.year, spoilt: true }, forgiven: [...before.forgiven, claim.at] };
  }
  if (step.when === 'anniversary') return { ...after, year: { ...taken, due: { rung: to, cause: claim.cause } } };
  const due = year.due && { due: { ...year.due, rung: leads(year.due.rung) } };
  return fallen({ ...after, year: { ...taken, ...due } }, to, claim);
}

/** An anniversary: the year's steps back, else the rise that it earned. */
export function turned(ladder: Ladder, before: Rung, at: number): Rung {
  const { undecided: _, ...rest } = before;
  const { due, claims, pending, spoilt } = before.year;
  const begun = (rung: Rung): Rung => ({ ...rung, year: freshYear(rung.rung) });
  if (due) return begun(fallen({ ...rest, free: 0 }, due.rung, { at, cause: due.cause }));
  if (spoilt) return begun({ ...rest, free: 0 });
  if (claims <= ladder.claimFreeMax) return begun(raised(ladder, rest, at));
  const missed = raised(ladder, rest, at).rung;
  const mayRise = claims - pending <= ladder.claimFreeMax && missed > before.rung;
  return begun({ ...rest, free: 0, ...(mayRise && { undecided: { at, rung: missed } }) });
}

function raised(ladder: Ladder, before: Rung, at: number): Rung {
  const { claimFreeYears = 0, notBelow = 0 } = ladder.amnesty ?? {};
  const free = before.free + 1;
  const rung = Math.max(risen(ladder, before.rung), free >= claimFreeYears ? notBelow : 0);
  return moved({ ...before, free: rung < notBelow ? free : 0 }, rung, at);
}

function moved(before: Rung, rung: number, at: number): Rung {
  if (rung === before.rung) return before;
  const { since, earlier } = before;
  return { ...before, rung, since: at, earlier: [...earlier, { rung: before.rung, since }] };
}

/** Down to a rung; nothing where that is no lower. */
export function fallen(before: Rung, to: number, { at, cause }: Pick<Fall, 'at' | 'cause'>): Rung {
  if (to >= before.rung) return before;
  const fall = { at, from: before.rung, to, cause };
  return { ...moved(before, to, at), falls: [...before.falls, fall] };
}

/** Where a step leads from a rung; never up. */
function stepped(step: StepBack, from: number, { from: began, steps }: YearSoFar): number {
  if ('by' in step) return step.by === 'all' ? 0 : Math.max(0, from - step.by);
  const row = step.to[began] ?? [];
  return Math.min(from, row[Math.min(steps, row.length) - 1] ?? from);
}

function isProtected({ protection }: Ladder, { rung, since, forgiven }: Rung, at: number): boolean {
  if (!protection || rung < protection.fromRung) return false;
  const { windowYears, maxClaims, heldYears = 0 } = protection;
  if (at - since < heldYears * YEAR) return false;
  return forgiven.filter((used) => used > at - windowYears * YEAR).length < maxClaims;
}
