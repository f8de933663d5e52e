import type { Contract } from './contract';
import { ladderById } from './ladders/all';
import { type Calendar, midnight } from './policy-year';
import type { Interval } from './rate';
import type { TallyRules } from './tally-state';

/** What was agreed with a customer or an organisation, as counting needs it. */
export interface Agreed {
  readonly contract: Contract;
  /** Where its dates hold, and when its years turn. */
  readonly calendar: Calendar;
  /** 00:00 of its first day. */
  readonly from: number;
  /** When it is in force, oldest first: pauses are cut out, and the time after its end. */
  readonly times: readonly Interval[];
}

/** Of whom a tally is. */
export interface Subject {
  /** That of the customer, or of the organisation; the one now in force. */
  readonly contract?: Contract;
  /** Needs more of our time for a reason that is nobody's business: what is over the usual is not charged. */
  readonly accessibility?: boolean;
  /** The contacts are those of all customers of an organisation. */
  readonly organisation?: boolean;
}

/** The rules as they hold for one subject: the limits of its scope, the calendar of its contract. */
export function rulesFor(rules: TallyRules, { contract, accessibility, organisation }: Subject): TallyRules {
  const scope = organisation ? 'organisation' : 'customer';
  return {
    ...rules,
    limits: rules.limits.filter((rule) => (rule.scope ?? 'customer') === scope),
    ...(contract && {
      agreed: agreedOf(contract, contract.zone ?? rules.zone),
      ladder: ladderById(contract.ladderId) ?? rules.ladder,
    }),
    ...(accessibility && { accessibility }),
  };
}

/** A day that ends something is the first without it. */
export function agreedOf(contract: Contract, zone: string): Agreed {
  const startOf = (day: string | undefined): number =>
    day === undefined ? Infinity : midnight(Temporal.PlainDate.from(day), zone);
  const from = startOf(contract.start);
  const to = startOf(contract.end);
  const times: Interval[] = [];
  let since = from;
  for (const pause of contract.pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const pausedAt = Math.min(startOf(pause.from), to);
    if (pausedAt > since) times.push({ from: since, to: pausedAt });
    since = Math.max(since, startOf(pause.to));
  }
  if (to > since) times.push({ from: since, to });
  const calendar = { zone, pauses: contract.pauses, ...(contract.end !== undefined && { end: contract.end }) };
  return { contract, calendar, from, times };
}

/** The contract's calendar; without one the vendor's. */
export const calendarOf = ({ agreed, zone }: Pick<TallyRules, 'agreed' | 'zone'>): Calendar =>
  agreed?.calendar ?? { zone };

export const isInForce = ({ times }: Agreed, at: number): boolean =>
  times.some(({ from, to }) => from <= at && at < to);

/** What of these stretches lies in the time in which the contract was in force. */
export const within = ({ times }: Agreed, stretches: readonly Interval[]): Interval[] =>
  stretches.flatMap((stretch) =>
    times.flatMap(({ from, to }) => {
      const part = { from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) };
      return part.from < part.to ? [part] : [];
    }),
  );
