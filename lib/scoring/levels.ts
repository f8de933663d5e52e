import { DAY } from './contact';
import type { Level } from './standing';

export type ScoredLevel = Exclude<Level, 'unscored'>;
/** What made us look: a new contact, a correction of the record, time, or the nightly run. */
export type Occasion = 'contact' | 'correction' | 'time' | 'nightly';

export interface LevelFacts {
  /** P(rate > limit) */
  readonly above: number;
  /** Counted contacts, those that speak for the rate. */
  readonly rated: number;
  /** Counted contacts, the first included. */
  readonly counted: number;
  /** Days of exposure. */
  readonly days: number;
}

export interface LevelSince {
  readonly level: Level;
  readonly levelSince: number;
}

const NEW_DAYS = 30;
const NEW_CONTACTS = 3;
const WATCH_CONTACTS = 2;
const EXPENSIVE_CONTACTS = 3;
const REST = 7 * DAY;
const HEIGHT: Readonly<Record<ScoredLevel, number>> = { new: 0, calm: 0, watch: 1, expensive: 2 };

/** Whoever is watched too briefly or called too rarely is never called expensive, whatever was said before. */
const mayBeExpensive = ({ rated, days }: LevelFacts): boolean => rated >= EXPENSIVE_CONTACTS && days >= NEW_DAYS;

/** Entered at a higher probability than it is left (docs/SCORING.md §2.6). */
function levelBy(facts: LevelFacts, before: Level | undefined): ScoredLevel {
  const { above, rated, counted, days } = facts;
  if (days < NEW_DAYS && counted < NEW_CONTACTS) return 'new';
  const expensive = above >= (before === 'expensive' ? 0.65 : 0.8);
  if (expensive && mayBeExpensive(facts)) return 'expensive';
  const watch = above >= (before === 'expensive' || before === 'watch' ? 0.12 : 0.2);
  return watch && rated >= WATCH_CONTACTS ? 'watch' : 'calm';
}

/** Up at once; down only in the nightly run, and not within a week of the last change, unless the record was corrected. */
export function levelOf(
  facts: LevelFacts,
  previous: LevelSince | undefined,
  { now, occasion }: { readonly now: number; readonly occasion: Occasion },
): { readonly level: ScoredLevel; readonly levelSince: number } {
  if (!previous || previous.level === 'unscored') return { level: levelBy(facts, undefined), levelSince: now };
  const { level: before, levelSince } = previous;
  const level = levelBy(facts, before);
  if (level === before) return { level, levelSince };
  const falls = HEIGHT[level] < HEIGHT[before];
  const mayFall = occasion === 'correction' || (occasion === 'nightly' && now - levelSince >= REST);
  const mayStay = before !== 'expensive' || mayBeExpensive(facts);
  return falls && !mayFall && mayStay ? { level: before, levelSince } : { level, levelSince: now };
}
