import { DAY } from './contact';

/** What is known of how a customer behaves, and of what just happened to them. */
export interface Behaviour {
  readonly now: number;
  /** P(rate > portfolio mean) */
  readonly aboveMean: number;
  readonly exposureDays: number;
  readonly openTickets: number;
  readonly overLimit: boolean;
  /** Of the trailing year; absent where no revenue is known. */
  readonly marginMinor?: number;
  /** The last complaint that is not settled, or bad rating. */
  readonly complaintAt?: number;
  /** The end of the last outage of ours that hit them. */
  readonly outageAt?: number;
  /** Wants no mail of this kind. */
  readonly unsubscribed?: boolean;
}

const QUIET_DAYS = 180;
const COMPLAINT = 90 * DAY;
const OUTAGE = 14 * DAY;
const DORMANT = 180 * DAY;

const isRecent = (at: number | undefined, span: number, now: number): boolean => at !== undefined && now - at < span;

/** Nothing is open, nothing was amiss of late: a kind word would not be out of place. */
export const isGoodMoment = ({ now, openTickets, complaintAt, outageAt }: Behaviour): boolean =>
  openTickets === 0 && !isRecent(complaintAt, COMPLAINT, now) && !isRecent(outageAt, OUTAGE, now);

/** The rate is surely below the average, after half a year at least, and the moment is good (docs/SCORING.md §5). */
export function isWellBehaved(behaviour: Behaviour): boolean {
  const { aboveMean, exposureDays, overLimit, marginMinor = 0, unsubscribed } = behaviour;
  const behaves = aboveMean <= 0.1 && exposureDays >= QUIET_DAYS && !overLimit && marginMinor >= 0;
  return behaves && !unsubscribed && isGoodMoment(behaviour);
}

export interface Thanks {
  readonly now: number;
  readonly thankedAt?: number;
  readonly everyDays: number;
}

export const isDueForThanks = ({ now, thankedAt, everyDays }: Thanks): boolean =>
  thankedAt === undefined || now - thankedAt >= everyDays * DAY;

/**
 * Since when a customer whose use we can see shows none: no login, no paid invoice, no renewal, no contact. Undefined where
 * there was some of late, or where nobody can know.
 */
export function dormantSince(
  { usedAt, lastAt = 0 }: { readonly usedAt?: number; readonly lastAt?: number },
  now: number,
): number | undefined {
  if (usedAt === undefined) return undefined;
  const since = Math.max(usedAt, lastAt);
  return now - since >= DORMANT ? since : undefined;
}
