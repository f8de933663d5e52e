import { type Cause, type Contact, YEAR } from './contact';
import type { Ladder, StepBack } from './ladder';

/** A customer's place on the ladder, and what this policy year has brought so far. */
export interface Rung {
  readonly rung: number;
  readonly since: number;
  /** Counted contacts of this year. */
  readonly claims: number;
  /** A fall, or a forgiven one, already happened this year: no rise on top. */
  readonly spoilt?: true;
  /** Confirmed causes that cost a step at the next anniversary. */
  readonly due: readonly Cause[];
  /** When falls were forgiven. */
  readonly forgiven: readonly number[];
  readonly fell?: { readonly at: number; readonly from: number; readonly to: number; readonly cause: Cause };
}

/** What the ladder wants to know of a contact. */
export type Claim = Pick<Contact, 'at' | 'cause'>;

export const onEntry = ({ entry }: Ladder, since: number): Rung => ({
  rung: entry,
  since,
  claims: 0,
  due: [],
  forgiven: [],
});

/** What this contact costs beyond the rise, if it is confirmed. */
export function stepOf(ladder: Ladder, { claims }: Rung, { cause }: Claim): StepBack | undefined {
  const step = ladder.stepBack[cause];
  return step && (step.always || claims >= ladder.claimFreeMax) ? step : undefined;
}

/** One more claim in this year. */
export function claimed(ladder: Ladder, before: Rung, claim: Claim, confirmed: boolean): Rung {
  const step = stepOf(ladder, before, claim);
  const after = { ...before, claims: before.claims + 1 };
  if (!step || !confirmed) return after;
  if (step.when === 'anniversary') return { ...after, due: [...after.due, claim.cause] };
  return { ...fallen(ladder, after, claim), spoilt: true };
}

/** An anniversary: the year's steps back, else the rise that it earned. */
export function turned(ladder: Ladder, before: Rung, at: number): Rung {
  const { spoilt, due, claims, ...rest } = before;
  const fresh: Rung = { ...rest, claims: 0, due: [] };
  if (due.length > 0) return due.reduce((rung: Rung, cause) => fallen(ladder, rung, { at, cause }), fresh);
  const top = ladder.discounts.length - 1;
  if (spoilt || claims > ladder.claimFreeMax || before.rung >= top) return fresh;
  return { ...fresh, rung: before.rung + 1, since: at };
}

function fallen(ladder: Ladder, before: Rung, { at, cause }: Claim): Rung {
  const by = ladder.stepBack[cause]?.by ?? 0;
  const to = by === 'all' ? 0 : Math.max(0, before.rung - by);
  if (to >= before.rung) return before;
  if (isProtected(ladder, before, at)) return { ...before, forgiven: [...before.forgiven, at] };
  const from = before.fell?.at === at ? before.fell.from : before.rung;
  return { ...before, rung: to, since: at, fell: { at, from, to, cause } };
}

function isProtected({ protection }: Ladder, { rung, forgiven }: Rung, at: number): boolean {
  if (!protection || rung < protection.fromRung) return false;
  return forgiven.filter((used) => used > at - protection.windowYears * YEAR).length < protection.maxClaims;
}
