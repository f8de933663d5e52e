import type { Contract } from './contract';
import { type Calendar, midnight } from './policy-year';
import type { Interval } from './rate';

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
export const calendarOf = ({ agreed, zone }: { readonly agreed?: Agreed; readonly zone: string }): Calendar =>
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
