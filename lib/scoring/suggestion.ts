import { DAY } from './contact';
import type { ConferenceStanding, LadderStanding, MarginStanding, Suggestion } from './standing';

/** Of whom something might be suggested. */
export interface Case {
  readonly now: number;
  readonly ladder: LadderStanding;
  /** When the ladder began, Infinity where it has not: nobody rose to where they started. */
  readonly began: number;
  readonly levelSince: number;
  /** On watch, expensive, or over a limit. */
  readonly frequent: boolean;
  /** Well-behaved and due for thanks. */
  readonly loved: boolean;
  /** The last kind word is long enough ago; and when it was. */
  readonly due: boolean;
  readonly thankedAt?: number;
  /** Nothing is open or was amiss of late. */
  readonly goodMoment: boolean;
  readonly dormantSince?: number;
  /** Since when they wait for the first word, or the next. */
  readonly waitingSince: number;
  readonly margin?: MarginStanding;
  readonly conference?: ConferenceStanding;
}

/** For so long before an anniversary, and after a rise or a fall, it is worth a word. */
const NEAR = 30 * DAY;
/** The best fifth, by margin. */
const BEST_DECILES = 9;

/** Whose discount was just lost. */
export const hasJustFallen = ({ fell }: LadderStanding, now: number): boolean =>
  fell !== undefined && now - fell.at < NEAR;

/** Who rose a rung of late. */
export const hasJustRisen = ({ ladder, began, now }: Pick<Case, 'ladder' | 'began' | 'now'>): boolean =>
  ladder.since > began && ladder.fell?.at !== ladder.since && now - ladder.since < NEAR;

export const isAtTop = ({ rung, discounts }: LadderStanding): boolean => rung === discounts.length - 1;

/** Whose anniversary is near and will bring a rung. */
export const isRungNear = ({ next, rung }: LadderStanding, now: number): boolean =>
  next !== undefined && next.rung > rung && next.at - now <= NEAR;

type Proposed = { readonly suggestion: Suggestion; readonly rank: number };

/**
 * What would be good to do, and how soon among those of its kind: smaller is sooner. A rank is an instant or a figure of the
 * night, so that it stands still while time passes.
 */
export const suggestionOf = (one: Case): Proposed | undefined => trouble(one) ?? asking(one) ?? kindness(one);

/** What costs them or us, and would be better talked about. */
function trouble({ now, ladder, frequent, levelSince, margin, conference, due }: Case): Proposed | undefined {
  if (ladder.fell && hasJustFallen(ladder, now)) return { suggestion: 'fell', rank: -ladder.fell.at };
  if (frequent && margin?.lossMaking) return { suggestion: 'contract-talk', rank: margin.minor };
  if (conference?.standIn) return { suggestion: 'stand-in', rank: -conference.minutesAWeek };
  const paysItsWay = margin !== undefined && margin.minor > 0 && !margin.lossMaking;
  return frequent && paysItsWay && due ? { suggestion: 'training', rank: -levelSince } : undefined;
}

/** Who has not been seen to use us is asked how they are, and not thanked for it. */
const asking = ({ dormantSince, due, goodMoment }: Case): Proposed | undefined =>
  dormantSince !== undefined && due && goodMoment ? { suggestion: 'dormant', rank: dormantSince } : undefined;

function kindness(one: Case): Proposed | undefined {
  const { now, ladder, loved, goodMoment, thankedAt = -Infinity, waitingSince, margin, dormantSince } = one;
  if (dormantSince !== undefined) return undefined;
  if (goodMoment && hasJustRisen(one) && thankedAt < ladder.since) {
    return { suggestion: isAtTop(ladder) ? 'protection' : 'rung-reached', rank: -ladder.since };
  }
  if (loved) {
    const isBest = (margin?.decile ?? 0) >= BEST_DECILES;
    return { suggestion: isBest ? 'call' : 'thank', rank: waitingSince };
  }
  if (ladder.next && isRungNear(ladder, now)) return { suggestion: 'rung-near', rank: ladder.next.at };
  return undefined;
}
