import { caseOf } from './case';
import type { Circumstances } from './circumstances';
import { type Figures, figuresOf } from './figures';
import { limitsOf } from './fold';
import { ladderStanding } from './ladder-standing';
import { levelOf, type LevelSince } from './levels';
import { limitStanding } from './limit';
import { monthsKnown, monthsOf, yearOf } from './months';
import { reasonsOf } from './reasons';
import type { BareStanding, Flag, LadderStanding, LimitStanding, Standing, Unscored } from './standing';
import { suggestionOf } from './suggestion';
import { emptyTally, type Tally, type TallyRules } from './tally';
import { unscoredOf, unscoredReason } from './unscored';

export type { Circumstances };
export type { Occasion } from './levels';

/**
 * The whole assessment of a customer. What time moves steadily (rate, exposure) is taken as of the day or the last contact,
 * whichever is later: looking again changes nothing, and only the nightly run lets a level fall.
 */
export function assess(counted: Tally, circumstances: Circumstances): Standing {
  const { fit, person } = circumstances;
  const tally = person.objection ? emptyTally(counted.subject) : counted;
  const figures = figuresOf(tally, circumstances);
  const unscored = unscoredOf(person, fit, figures.rate);
  const bare = bareStanding(tally, circumstances, { ...figures, unscored });
  if (unscored) return { ...bare, unscored, reasons: [unscoredReason(unscored, person, figures.rate)] };
  const one = caseOf(tally, circumstances, { ...figures, bare });
  const standing = { ...bare, loved: one.loved, ...suggestionOf(one) };
  return {
    ...standing,
    reasons: reasonsOf({ standing, one, figures, counted: tally.counted, zone: circumstances.rules.zone }),
  };
}

/** All but what depends on whether somebody may be judged. */
function bareStanding(
  tally: Tally,
  circumstances: Circumstances,
  { exposure, today, days, rate, began, year, unscored }: Figures & { readonly unscored: Unscored | undefined },
): BareStanding {
  const { now, rules, margin, conference } = circumstances;
  const { level, levelSince } = levelNow(unscored, circumstances, {
    above: rate.aboveLimit,
    rated: tally.rated,
    counted: tally.counted,
    days,
  });
  const limits = unscored ? [] : limitsNow(tally, rules, now);
  return {
    customerId: tally.subject,
    level,
    levelSince,
    flags: unscored ? [] : flagsOf(limits, circumstances),
    loved: false,
    limits,
    rate,
    ladder: ladderNow(tally, rules, levelSince, now),
    months: monthsOf(tally.days, exposure, now, rules.zone),
    year: { ...yearOf(year), months: monthsKnown(began ?? today, today) },
    ...(margin && { margin }),
    ...(conference && { conference }),
    ...(tally.firstAt !== undefined && { firstAt: tally.firstAt }),
    ...(tally.lastAt !== undefined && { lastAt: tally.lastAt }),
    changedAt: now,
  };
}

function levelNow(
  unscored: Unscored | undefined,
  { previous, now, occasion }: Circumstances,
  facts: Parameters<typeof levelOf>[0],
): LevelSince {
  if (!unscored) return levelOf(facts, previous, { now, occasion });
  return { level: 'unscored', levelSince: previous?.level === 'unscored' ? previous.levelSince : now };
}

const isBroken = ({ breachedAt }: LimitStanding): boolean => breachedAt !== undefined;

/** Side by side, and beside the level: none changes another. */
const flagsOf = (limits: readonly LimitStanding[], { margin, conference }: Circumstances): Flag[] => [
  ...(limits.some(isBroken) ? ['over-limit' as const] : []),
  ...(margin?.lossMaking ? ['loss-making' as const] : []),
  ...(conference?.weekly ? ['weekly-conference' as const] : []),
];

/** Nearest to being broken first; where two are as near, as they are set. */
const limitsNow = ({ limits }: Tally, rules: TallyRules, now: number): LimitStanding[] =>
  limitsOf(limits, rules.limits)
    .map(([rule, state]) => limitStanding(rule, state, now))
    .toSorted((a, b) => Number(isBroken(b)) - Number(isBroken(a)) || nearness(b) - nearness(a));

const nearness = ({ load, max }: LimitStanding): number => load / (max + 1);

/** Without a contract or a first contact nobody has begun to climb. */
function ladderNow({ ladder: state, year }: Tally, rules: TallyRules, since: number, now: number): LadderStanding {
  if (state && year) return ladderStanding({ ...rules, state, year }, now);
  const { ladder: rule } = rules;
  return { ladderId: rule.id, discounts: rule.discounts, rung: rule.entry, since, proposed: [] };
}
