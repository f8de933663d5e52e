import { DAY } from './contact';
import { concentration, type ConferenceWindow } from './conference-window';
import { medianOf } from './quiet-week';
import type { ConferencePattern } from './standing';

const ENTER_SHARE = 0.75;
const LEAVE_SHARE = 0.5;
const FIXED = 0.9;
const LEAST_FORTNIGHTLY = 4;
const LEAST_GAP = 12 * DAY;
const MOST_GAP = 16 * DAY;

/** How somebody holds conferences (docs/SCORING.md §6). Without a window there are too few weeks to tell, and what was said stands. */
export function patternOf(
  window: ConferenceWindow | undefined,
  declared: boolean,
  before: ConferencePattern | undefined,
): ConferencePattern | undefined {
  if (declared) return 'declared';
  if (!window) return before === 'declared' ? undefined : before;
  const instants = window.held.map(({ at }) => at);
  const share = window.hits / window.weeks;
  const weekly = concentration(instants, 7) >= FIXED ? 'weekly-fixed' : 'weekly-any';
  if (share >= ENTER_SHARE) return weekly;
  if (isFortnightly(instants)) return 'fortnightly';
  if (!before || share < LEAVE_SHARE) return undefined;
  return before === 'fortnightly' ? before : weekly;
}

function isFortnightly(instants: readonly number[]): boolean {
  if (instants.length < LEAST_FORTNIGHTLY) return false;
  const sorted = instants.toSorted((a, b) => a - b);
  const gap = medianOf(sorted.slice(1).map((at, index) => at - (sorted[index] ?? at)));
  return gap >= LEAST_GAP && gap <= MOST_GAP && concentration(instants, 14) >= FIXED;
}
