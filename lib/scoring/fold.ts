import type { Contact, NotCounted } from './contact';
import { dayAdded } from './days';
import { witnessed } from './evidence';
import { ladderClaimed, ladderFrom } from './ladder-state';
import { type Breach, limitHit, type LimitState, untouched } from './limit';
import { firstYear } from './policy-year';
import type { LimitRule } from './rules';
import type { Tally, TallyRules } from './tally-state';
import { isDemand, remembered, whyNot } from './verdict';

/** The state of every limit that is on, in the order of the rules; one that is new has seen nothing. */
export const limitsOf = (
  limits: readonly LimitState[],
  rules: readonly LimitRule[],
): (readonly [LimitRule, LimitState])[] =>
  rules.map((rule) => [rule, limits.find(({ ruleId }) => ruleId === rule.id) ?? untouched(rule)]);

/**
 * One more contact, after all others and after time has passed to it. `verdict` where it is known why it did not count.
 * The first demand is why we know the customer: it counts for limits and costs, not for the rate and the ladder.
 */
export function folded(
  tally: Tally,
  contact: Contact,
  rules: TallyRules,
  verdict?: { readonly why: NotCounted | undefined },
): { readonly tally: Tally; readonly breaches: readonly Breach[] } {
  const { at, id } = contact;
  const why = verdict ? verdict.why : whyNot(contact, tally.recent);
  const entered = isDemand(why) ? entry(tally, at, rules) : tally;
  const days = dayAdded(tally.days, contact, why, rules);
  const seen: Tally = { ...entered, last: { at, id }, through: Math.max(tally.through, at), days };
  if (why) return { tally: seen, breaches: [] };
  const steps = limitsOf(tally.limits, rules.limits).map(([rule, state]) => limitHit(rule, state, contact));
  const counted: Tally = {
    ...seen,
    counted: tally.counted + 1,
    recent: remembered(tally.recent, contact),
    limits: steps.map(({ state }) => state),
  };
  return {
    tally: tally.firstAt === undefined ? counted : rated(counted, contact, rules),
    breaches: steps.flatMap(({ breach }) => breach ?? []),
  };
}

/** The customer came to us: at first sight the acquaintance begins. */
function entry(tally: Tally, at: number, { zone, ladder }: TallyRules): Tally {
  if (tally.firstAt !== undefined) return { ...tally, lastAt: at };
  return { ...tally, firstAt: at, lastAt: at, year: firstYear(at, zone), ladder: ladderFrom(ladder, at) };
}

const rated = (tally: Tally, contact: Contact, { halfLifeDays, ladder }: TallyRules): Tally => ({
  ...tally,
  rated: tally.rated + 1,
  evidence: witnessed(tally.evidence, contact.at, halfLifeDays),
  ...(tally.ladder && { ladder: ladderClaimed(ladder, tally.ladder, contact) }),
});
