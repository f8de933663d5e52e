import { STANDING_PICTURES } from './standing-pictures';
import type { BadgeView, StandingIcon } from './view';
import { t, type Words } from './words';

/** Where there is no standing to show. */
export type PlainState = 'reading' | 'unknown' | 'unread' | 'nobody';

const ICONS: Readonly<Record<PlainState, StandingIcon>> = {
  reading: 'new',
  unknown: 'unknown',
  unread: 'unread',
  nobody: 'unknown',
};

/** *Reading*, *Unknown customer*, *Page not understood*, *No requester*: dashed, for nothing is known. */
export function plainBadge(state: PlainState, words: Words): BadgeView {
  const word = t(words, `badge.${state}`);
  return {
    tone: 'new',
    icon: ICONS[state],
    picture: STANDING_PICTURES[ICONS[state]],
    word,
    figures: [],
    quiet: true,
    label: `${word}. ${t(words, `badge.label.${state}`)}`,
  };
}
