import type { MarginStanding, Standing } from '@/lib/scoring/standing';

import type { CardFacts } from './card-facts';
import { calendarMonth, count, date, money, rate } from './formats';
import type { CardView, MonthsView, RateView } from './view';
import { t, type Words } from './words';

/** Twelve bars; nothing where there was no contact at all. */
export function monthsView(facts: CardFacts): MonthsView | undefined {
  const { standing, words } = facts;
  const { months } = standing;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.every(({ counted, excluded }) => counted + excluded === 0)) return undefined;
  const notCounted = notCountedNote(facts);
  const seen = months.find((month) => month.seen);
  const note = notCounted ?? (first.seen || !seen ? undefined : seenNote(facts, seen.month));
  const label = t(words, 'months.label', {
    first: calendarMonth(words, first.month, 'long'),
    last: calendarMonth(words, last.month, 'long'),
    figures: months.map(({ counted }) => count(words, counted)).join(', '),
  });
  const unseen =
    first.seen || !seen
      ? ''
      : ` ${t(words, 'months.label.unseen', { month: calendarMonth(words, seen.month, 'long') })}`;
  return {
    title: t(words, notCounted ? 'months.title' : 'months.title.year'),
    ...(note && { note }),
    label: label + unseen,
    bars: months.map(({ month, counted, excluded, seen: watched }) => ({
      letter: calendarMonth(words, month, 'narrow'),
      counted,
      excluded,
      seen: watched,
    })),
  };
}

function notCountedNote({ standing, words }: CardFacts): string | undefined {
  const excluded = standing.months.reduce((sum, month) => sum + month.excluded, 0);
  if (excluded === 0) return undefined;
  const whys = standing.reasons.flatMap((reason) => (reason.kind === 'not-counted' ? reason.whys : []));
  const [only] = whys;
  return only && whys.length === 1 && only.count === excluded
    ? t(words, 'months.not-counted', { count: excluded, why: t(words, `uncounted.${only.why}`) })
    : t(words, 'months.not-counted.some', { count: excluded });
}

/** Since the first contact, or since the month in which watching began. */
function seenNote({ standing, words, ...clock }: CardFacts, month: string): string {
  const began = Temporal.PlainDate.from(`${month}-01`).toZonedDateTime(clock.zone).epochMilliseconds;
  return t(words, 'months.seen-since', { day: date(words, Math.max(began, standing.firstAt ?? 0), clock) });
}

/** Expected contacts a year with their interval, on an axis from zero. */
export function rateView({ rate: { mean, low, high, limit } }: Standing, words: Words): RateView {
  const said = { mean: rate(words, mean), low: rate(words, low), high: rate(words, high) };
  const limitSaid = rate(words, limit);
  return {
    title: t(words, 'rate.title'),
    value: t(words, 'rate.value', said),
    label: t(words, 'rate.label', { ...said, limit: limitSaid }),
    mean,
    low,
    high,
    limit,
    limitWord: t(words, 'rate.limit', { limit: limitSaid }),
    ticks: ticksTo(Math.max(high, limit, mean) * 1.05).map((at) => ({ at, text: count(words, at) })),
  };
}

/** From zero past `end` in at most six round steps. */
export function ticksTo(end: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(end, 1) / 6));
  const step = [1, 2, 4, 5, 8, 10].map((round) => round * power).find((size) => size * 6 >= end) ?? end / 6;
  return Array.from({ length: Math.ceil(end / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** What the year's service cost; where somebody has said what the customer pays, what it left. */
export function costView({ standing, words, currency }: CardFacts): CardView['cost'] {
  const { costMinor, measured } = standing.year;
  const note = measured ? {} : { note: t(words, 'cost.defaults') };
  if (standing.margin) return { ...marginView(standing.margin, words), ...note };
  if (costMinor === 0) return undefined;
  return { title: t(words, 'cost.title'), value: money(words, costMinor, currency), ...note };
}

function marginView({ minor, currency, account, alone }: MarginStanding, words: Words): NonNullable<CardView['cost']> {
  const title = t(words, 'cost.margin');
  const sum = { text: money(words, minor, currency), ...(minor < 0 && { below: true as const }) };
  if (!account || alone) return { title, value: '', sum };
  const paid = account.revenueMinor - account.discountMinor;
  const spent = account.goodsMinor + account.serveMinor;
  const said = { paid: money(words, paid, currency), spent: money(words, spent, currency) };
  return { title, value: t(words, 'cost.margin.of', said), sum };
}
