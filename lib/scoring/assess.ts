import { DAY } from './contact';
import { evidenceOf } from './evidence';
import type { Fit } from './fit';
import { limitsOf } from './fold';
import { ladderStanding } from './ladder-state';
import { levelOf, type LevelSince, type Occasion } from './levels';
import { limitStanding } from './limit';
import { lastYear, monthsOf, notCountedOf, yearOf } from './months';
import {
  credibilityOf,
  type Evidence,
  exposedDays,
  type Interval,
  meanOf,
  posteriorOf,
  probabilityAbove,
  quantileOf,
} from './rate';
import { reasonsOf } from './reasons';
import type { LadderStanding, LimitStanding, RateStanding, Standing, Unscored } from './standing';
import { emptyTally, type Tally, type TallyRules } from './tally';
import { isDueForThanks, isWellBehaved, suggestionOf } from './well-behaved';

export type { Occasion };

/** What is known of a customer beside the contacts. */
export interface Person {
  readonly exempt?: boolean;
  readonly objection?: boolean;
  readonly sharedMailbox?: boolean;
  /** Why a colleague exempted the customer. */
  readonly note?: string;
}

export interface Circumstances {
  readonly now: number;
  readonly rules: TallyRules;
  readonly fit: Fit;
  /** When contacts could have been made and would have been seen: apart from each other, oldest first. */
  readonly exposure: readonly Interval[];
  readonly occasion: Occasion;
  readonly thanksEveryDays: number;
  readonly openTickets: number;
  readonly person: Person;
  readonly thankedAt?: number;
  readonly previous?: LevelSince;
}

/**
 * The whole assessment of a customer. What time moves steadily (rate, exposure) is taken as of the day or the last contact,
 * whichever is later: looking again changes nothing, and only the nightly run lets a level fall.
 */
export function assess(counted: Tally, circumstances: Circumstances): Standing {
  const { now, rules, fit, person } = circumstances;
  const unscored = unscoredOf(person);
  const tally = unscored === 'objection' ? emptyTally(counted.subject) : counted;
  const exposure = tally.firstAt === undefined ? [] : circumstances.exposure;
  const today = Math.max(Math.floor(now / DAY) * DAY, Math.min(now, tally.lastAt ?? 0));
  const seen = exposure.flatMap(({ from, to }) => (from < today ? [{ from, to: Math.min(to, today) }] : []));
  const rate = rateStanding(fit, evidenceOf(tally, seen, rules.halfLifeDays, today));
  const days = exposedDays(seen);
  const { level, levelSince } = levelNow(unscored, circumstances, {
    above: rate.aboveLimit,
    rated: tally.rated,
    counted: tally.counted,
    days,
  });
  const limits = unscored ? [] : limitsNow(tally, rules, now);
  const overLimit = limits.some(({ breachedAt }) => breachedAt !== undefined);
  const year = lastYear(tally.days, now, rules.zone);
  const standing = {
    customerId: tally.subject,
    level,
    levelSince,
    flags: overLimit ? (['over-limit'] as const) : [],
    loved: level === 'calm' && isLoved(circumstances, { rate, days, overLimit }),
    limits,
    rate,
    ladder: ladderNow(tally, rules, levelSince, now),
    months: monthsOf(tally.days, exposure, now, rules.zone),
    year: yearOf(year),
    ...(tally.firstAt !== undefined && { firstAt: tally.firstAt }),
    ...(tally.lastAt !== undefined && { lastAt: tally.lastAt }),
    changedAt: now,
  };
  if (unscored) {
    const { note } = person;
    return {
      ...standing,
      unscored,
      reasons: [{ kind: 'unscored', why: unscored, ...(note !== undefined && { note }) }],
    };
  }
  const { thankedAt } = circumstances;
  return {
    ...standing,
    ...suggestionOf(standing.ladder, { loved: standing.loved, now, waitingSince: thankedAt ?? tally.firstAt ?? 0 }),
    reasons: reasonsOf({
      today,
      standing,
      exposureDays: days,
      counted: tally.counted,
      notCounted: notCountedOf(year),
      ...(thankedAt !== undefined && { thankedAt }),
    }),
  };
}

function unscoredOf({ objection, exempt, sharedMailbox }: Person): Unscored | undefined {
  if (objection) return 'objection';
  if (exempt) return 'exempt';
  return sharedMailbox ? 'shared-mailbox' : undefined;
}

function levelNow(
  unscored: Unscored | undefined,
  { previous, now, occasion }: Circumstances,
  facts: Parameters<typeof levelOf>[0],
): LevelSince {
  if (!unscored) return levelOf(facts, previous, { now, occasion });
  return { level: 'unscored', levelSince: previous?.level === 'unscored' ? previous.levelSince : now };
}

/** Nearest to being broken first; where two are as near, as they are set. */
const limitsNow = ({ limits }: Tally, rules: TallyRules, now: number): LimitStanding[] =>
  limitsOf(limits, rules.limits)
    .map(([rule, state]) => limitStanding(rule, state, now))
    .toSorted(
      (a, b) => Number(b.breachedAt !== undefined) - Number(a.breachedAt !== undefined) || nearness(b) - nearness(a),
    );

const nearness = ({ load, max }: LimitStanding): number => load / (max + 1);

function rateStanding(fit: Fit, evidence: Evidence): RateStanding {
  const posterior = posteriorOf(fit, evidence);
  return {
    mean: meanOf(posterior),
    low: quantileOf(posterior, 0.05),
    high: quantileOf(posterior, 0.95),
    aboveLimit: probabilityAbove(posterior, fit.limit),
    aboveMean: probabilityAbove(posterior, fit.mean),
    credibility: credibilityOf(fit, evidence),
    limit: fit.limit,
    priorMean: fit.mean,
  };
}

/** Without a first contact nobody has begun to climb. */
function ladderNow({ ladder, year }: Tally, { ladder: rule }: TallyRules, since: number, now: number): LadderStanding {
  if (ladder && year) return ladderStanding(rule, ladder, year.until, now);
  return { ladderId: rule.id, discounts: rule.discounts, rung: rule.entry, since, proposed: [] };
}

function isLoved(
  { now, thankedAt, thanksEveryDays, openTickets }: Circumstances,
  { rate, days, overLimit }: { rate: RateStanding; days: number; overLimit: boolean },
): boolean {
  const behaved = isWellBehaved({ aboveMean: rate.aboveMean, exposureDays: days, openTickets, overLimit });
  return behaved && isDueForThanks({ now, everyDays: thanksEveryDays, ...(thankedAt !== undefined && { thankedAt }) });
}
