import { DAY, YEAR } from './contact';
import type { LimitStanding, Reason, Standing } from './standing';
import { hasJustFallen, isRungNear } from './well-behaved';
import type { NotCounted } from './contact';

/** What a standing is explained from. */
export interface Grounds {
  /** Of the day, so that a sentence does not change by the minute. */
  readonly today: number;
  readonly standing: Omit<Standing, 'reasons' | 'unscored'>;
  readonly exposureDays: number;
  readonly counted: number;
  readonly thankedAt?: number;
  readonly notCounted: readonly { readonly why: NotCounted; readonly count: number }[];
}

const QUIET = 180 * DAY;

/** Why a customer stands where they stand, strongest first. */
export function reasonsOf(grounds: Grounds): Reason[] {
  const { standing, today, notCounted } = grounds;
  const { ladder, limits } = standing;
  const { fell, next } = ladder;
  return [
    ...limits.filter(({ breachedAt }) => breachedAt !== undefined).map(overLimit),
    ...(standing.level === 'expensive' || standing.level === 'watch' ? many(grounds) : []),
    ...(fell && hasJustFallen(ladder, today)
      ? [{ kind: 'fell' as const, from: fell.from, to: fell.to, at: fell.at }]
      : []),
    ...gentle(grounds),
    ...(next && isRungNear(ladder, today)
      ? [{ kind: 'rung-near' as const, discount: ladder.discounts[next.rung] ?? 0, at: next.at }]
      : []),
    ...notCounted.map(({ why, count }) => ({ kind: 'not-counted' as const, why, count })),
  ];
}

const overLimit = ({ load, max, window, kinds, breachedAt }: LimitStanding): Reason => ({
  kind: 'over-limit',
  load,
  max,
  window,
  ...(kinds && { kinds }),
  ...(breachedAt !== undefined && { breachedAt }),
});

/** Whole months that the figures of the last year speak of. */
const monthsKnown = ({ standing: { firstAt }, today }: Grounds): number =>
  Math.min(12, Math.max(1, Math.round((today - (firstAt ?? today)) / (YEAR / 12))));

function many(grounds: Grounds): Reason[] {
  const { rate, year } = grounds.standing;
  const months = monthsKnown(grounds);
  const { mean, low, high, limit, aboveLimit } = rate;
  return [
    { kind: 'many', contacts: year.counted, months, average: (rate.priorMean * months) / 12 },
    { kind: 'expected', mean, low, high, limit, aboveLimit },
  ];
}

/** Of those with whom all is well, or about whom little is known. */
function gentle(grounds: Grounds): Reason[] {
  const { standing, exposureDays, counted, today, thankedAt } = grounds;
  const { level, lastAt, year } = standing;
  if (level === 'new') return [{ kind: 'new', days: Math.floor(exposureDays), contacts: counted }];
  if (level !== 'calm') return [];
  if (lastAt === undefined || today - lastAt < QUIET) {
    return [{ kind: 'as-expected', contacts: year.counted, months: monthsKnown(grounds) }];
  }
  const years = (today - lastAt) / YEAR;
  return [{ kind: 'quiet', since: lastAt, years, ...(thankedAt !== undefined && { thankedAt }) }];
}
