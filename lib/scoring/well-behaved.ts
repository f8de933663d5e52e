import { DAY } from './contact';
import type { LadderStanding, Suggestion } from './standing';

export interface Behaviour {
  /** P(rate > portfolio mean) */
  readonly aboveMean: number;
  readonly exposureDays: number;
  readonly openTickets: number;
  readonly overLimit: boolean;
}

/** The rate is surely below the average, after half a year at least, and nothing is open (docs/SCORING.md §5). */
export const isWellBehaved = ({ aboveMean, exposureDays, openTickets, overLimit }: Behaviour): boolean =>
  aboveMean <= 0.1 && exposureDays >= 180 && openTickets === 0 && !overLimit;

export interface Thanks {
  readonly now: number;
  readonly thankedAt?: number;
  readonly everyDays: number;
}

export const isDueForThanks = ({ now, thankedAt, everyDays }: Thanks): boolean =>
  thankedAt === undefined || now - thankedAt >= everyDays * DAY;

/** For so long before an anniversary, and after a fall, it is worth a word. */
const NEAR = 30 * DAY;

/** Whose discount was just lost. */
export const hasJustFallen = ({ fell }: LadderStanding, now: number): boolean =>
  fell !== undefined && now - fell.at < NEAR;

/** Whose anniversary is near and will bring a rung. */
export const isRungNear = ({ next, rung }: LadderStanding, now: number): boolean =>
  next !== undefined && next.rung > rung && next.at - now <= NEAR;

/**
 * What is worth a kind word, and how soon: the newest fall first, then the longest unthanked, then the nearest rung. `rank` is
 * an instant (negative for falls), so that it stands still while time passes.
 */
export function suggestionOf(
  ladder: LadderStanding,
  { loved, now, waitingSince }: { readonly loved: boolean; readonly now: number; readonly waitingSince: number },
): { readonly suggestion: Suggestion; readonly rank: number } | undefined {
  if (ladder.fell && hasJustFallen(ladder, now)) return { suggestion: 'fell', rank: -ladder.fell.at };
  if (loved) return { suggestion: 'thank', rank: waitingSince };
  if (ladder.next && isRungNear(ladder, now)) return { suggestion: 'rung-near', rank: ladder.next.at };
  return undefined;
}
