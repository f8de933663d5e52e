import type { Reason } from '@/lib/scoring/standing';

import { calendarMonth, type Clock, money, onDay, percent } from './formats';
import { t, type Words } from './words';

/** Reasons that come with something to do about them (docs/SCORING.md §5). */
type CaseReason = Extract<
  Reason,
  { readonly kind: 'rung-reached' | 'dormant' | 'pays-its-way' | 'loss-making' | 'weekly-conference' }
>;

export function caseSentence(reason: CaseReason, words: Words, clock: Clock): string {
  switch (reason.kind) {
    case 'rung-reached':
      return t(words, reason.top ? 'reason.rung-reached.top' : 'reason.rung-reached', {
        discount: percent(words, reason.discount),
        day: onDay(words, reason.at, clock),
      });
    case 'dormant':
      return t(words, 'reason.dormant', { month: calendarMonth(words, monthOf(reason.since, clock), 'long') });
    case 'pays-its-way':
      return t(words, 'reason.pays-its-way', { amount: money(words, reason.minor, reason.currency) });
    case 'loss-making':
      return lossMaking(words, reason);
    case 'weekly-conference': {
      const said = t(words, 'reason.weekly-conference', { count: Math.round(reason.minutes) });
      return reason.standIn ? `${said} ${t(words, 'reason.weekly-conference.stand-in')}` : said;
    }
  }
}

/** `2026-11` */
const monthOf = (at: number, { zone }: Clock): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();

/** Earning a little is not yet out of the red: the flag goes when it is more than that. */
function lossMaking(words: Words, { minor, currency, talk }: Reason & { kind: 'loss-making' }): string {
  const said =
    minor < 0
      ? t(words, 'reason.loss-making', { amount: money(words, -minor, currency) })
      : t(words, 'reason.loss-making.hardly', { amount: money(words, minor, currency) });
  return talk ? `${said} ${t(words, 'reason.loss-making.talk')}` : said;
}
