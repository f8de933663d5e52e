import { YEAR } from './contact';
import type { Figures } from './figures';
import { localDay } from './local-day';
import { notCountedOf } from './months';
import type { BareStanding, LimitStanding, Reason } from './standing';
import { type Case, hasJustFallen, hasJustRisen, isAtTop, isRungNear } from './suggestion';

/** What a standing is explained from. */
export interface Grounds {
  readonly standing: BareStanding;
  readonly one: Case;
  /** Of the day, so that a sentence does not change by the minute. */
  readonly figures: Figures;
  readonly counted: number;
  /** IANA zone of the days. */
  readonly zone: string;
}

const QUIET_YEARS = 180 / 365.25;
/** Below this weight of a customer's own experience we say that it is little. */
const LITTLE = 0.3;

/** Why a customer stands where they stand, strongest first. */
export const reasonsOf = (grounds: Grounds): Reason[] => [
  ...grounds.standing.limits.filter(({ breachedAt }) => breachedAt !== undefined).map(overLimit),
  ...often(grounds),
  ...business(grounds),
  ...fall(grounds),
  ...doubled(grounds),
  ...gentle(grounds),
  ...rise(grounds),
  ...notCounted(grounds),
];

const overLimit = ({ load, max, window, kinds, breachedAt }: LimitStanding): Reason => ({
  kind: 'over-limit',
  load,
  max,
  window,
  ...(kinds && { kinds }),
  ...(breachedAt !== undefined && { breachedAt }),
});

function often({ standing: { level, rate, year } }: Grounds): Reason[] {
  if (level !== 'expensive' && level !== 'watch') return [];
  const { mean, low, high, limit, aboveLimit, credibility, priorMean } = rate;
  return [
    { kind: 'many', contacts: year.counted, months: year.months, average: (priorMean * year.months) / 12 },
    { kind: 'expected', mean, low, high, limit, aboveLimit },
    ...(credibility < LITTLE ? [{ kind: 'little-history' as const }] : []),
  ];
}

/** What the contract and the conferences say; a level says nothing of either. */
function business({ standing: { margin, conference, suggestion } }: Grounds): Reason[] {
  const reasons: Reason[] = [];
  if (margin?.lossMaking) {
    const { minor, currency } = margin;
    reasons.push({ kind: 'loss-making', minor, currency, ...(suggestion === 'contract-talk' && { talk: true }) });
  }
  if (margin && suggestion === 'training') {
    reasons.push({ kind: 'pays-its-way', minor: margin.minor, currency: margin.currency });
  }
  if (conference?.weekly) {
    const { minutesAWeek: minutes, standIn } = conference;
    reasons.push({ kind: 'weekly-conference', minutes, standIn });
  }
  return reasons;
}

function fall({ standing: { ladder }, figures: { today } }: Grounds): Reason[] {
  const { fell, discounts } = ladder;
  if (!fell || !hasJustFallen(ladder, today)) return [];
  return [{ kind: 'fell', from: discounts[fell.from] ?? 0, to: discounts[fell.to] ?? 0, at: fell.at }];
}

/** Whoever just logged a call that came twice is told that it counts once. */
function doubled({ figures: { year }, one: { now }, zone }: Grounds): Reason[] {
  const last = year.at(-1);
  const count = last?.day === localDay(now, zone) ? last.not.duplicate : undefined;
  return count ? [{ kind: 'doubled', count }] : [];
}

/** Of those with whom all is well, or about whom little is known. */
function gentle({ standing, figures, one, counted }: Grounds): Reason[] {
  const { level, year } = standing;
  const { today, days, began } = figures;
  if (level === 'new') return [{ kind: 'new', days: Math.floor(days), contacts: counted }];
  if (one.dormantSince !== undefined) return [{ kind: 'dormant', since: one.dormantSince }];
  if (level !== 'calm') return [];
  const since = standing.lastAt ?? began ?? today;
  const years = (today - since) / YEAR;
  const { thankedAt } = one;
  const calm: Reason =
    years < QUIET_YEARS
      ? { kind: 'as-expected', contacts: year.counted, months: year.months }
      : { kind: 'quiet', since, years, ...(thankedAt !== undefined && { thankedAt }) };
  return [calm, ...(standing.suggestion === 'call' ? [{ kind: 'best' as const }] : [])];
}

function rise({ standing: { ladder, suggestion }, figures: { today }, one }: Grounds): Reason[] {
  const { next, rung, discounts, since } = ladder;
  const reasons: Reason[] = [];
  if ((suggestion === 'rung-reached' || suggestion === 'protection') && hasJustRisen(one)) {
    reasons.push({
      kind: 'rung-reached',
      discount: discounts[rung] ?? 0,
      at: since,
      ...(isAtTop(ladder) && { top: true }),
    });
  }
  if (next && isRungNear(ladder, today)) {
    reasons.push({ kind: 'rung-near', discount: discounts[next.rung] ?? 0, at: next.at });
  }
  return reasons;
}

function notCounted({ figures: { year } }: Grounds): Reason[] {
  const whys = notCountedOf(year);
  const count = whys.reduce((sum, share) => sum + share.count, 0);
  return count > 0 ? [{ kind: 'not-counted', count, whys }] : [];
}
