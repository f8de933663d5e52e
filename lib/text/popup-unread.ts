import type { HealthRow } from '@/lib/store/rows';

import { type Clock, onDay } from './formats';
import { factName } from './pages-facts';
import { timeOfDay } from './pages-times';
import { t, type Words } from './words';

export interface UnreadView {
  readonly text: string;
  /** Which page of which helpdesk, and when it was last understood. */
  readonly about: readonly [page: string, last: string];
  /** What may be sent to those who mend it: versions and the fact, no name and no address. */
  readonly report: string;
}

export interface UnreadFacts extends Clock {
  readonly helpdesk: string;
  readonly adapterId: string;
  readonly fact: string;
  readonly health: readonly HealthRow[];
  /** Of Noclaims. */
  readonly version: string;
  readonly browser: string;
}

/** A ticket page that lacks a fact: which one, and what happened to the data. */
export function unreadView(words: Words, facts: UnreadFacts): UnreadView {
  const { helpdesk, adapterId, fact, health, version, browser } = facts;
  const seen = Math.max(...health.map(({ lastSeenAt }) => lastSeenAt ?? -Infinity));
  const last = Number.isFinite(seen)
    ? t(words, 'popup.unread.last', { day: onDay(words, seen, facts), time: timeOfDay(words, seen, facts.zone) })
    : t(words, 'popup.unread.never');
  const misses = health.find((row) => row.fact === fact)?.misses ?? 1;
  return {
    text: t(words, 'popup.unread.text', { fact: factName(words, fact) }),
    about: [t(words, 'popup.unread.page', { helpdesk }), last],
    report: [
      `Noclaims ${version}, adapter ${adapterId}`,
      `Missing on a ticket page: ${fact} (${misses})`,
      `Last understood: ${Number.isFinite(seen) ? new Date(seen).toISOString() : 'never'}`,
      `Browser: ${browser}`,
    ].join('\n'),
  };
}
