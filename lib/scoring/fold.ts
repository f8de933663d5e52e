import { isInForce } from './agreed';
import { heldAdded } from './conference';
import type { Contact, NotCounted } from './contact';
import { dayAdded } from './days';
import { witnessed } from './evidence';
import { ladderClaimed, ladderFrom } from './ladder-state';
import { type Breach, limitHit, type LimitState, type LimitStep, untouched } from './limit';
import { firstYear } from './policy-year';
import type { LimitRule } from './rules';
import type { Tally, TallyRules } from './tally-state';
import { isDemand, isFault, remembered, whyNot } from './verdict';

/** The state of every limit that is on, in the order of the rules; one that is new has seen nothing. */
export const limitsOf = (
  limits: readonly LimitState[],
  rules: readonly LimitRule[],
): (readonly [LimitRule, LimitState])[] =>
  rules.map((rule) => [rule, limits.find(({ ruleId }) => ruleId === rule.id) ?? untouched(rule)]);

/** Those that have seen anything: of the others nothing need be kept. */
export const touched = (steps: readonly LimitStep[]): LimitState[] =>
  steps
    .map(({ state }) => state)
    .filter(
      ({ window, sum, broken, alertedAt }) => window.length > 0 || sum > 0 || (broken ?? alertedAt) !== undefined,
    );

/**
 * One more contact, after all others and after time has passed to it. `verdict` where it is known why it did not count.
 * Without a contract the first demand is why we know the customer: it counts for limits and costs, not for rate and ladder.
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
  const seen: Tally = {
    ...entered,
    last: { at, id },
    through: Math.max(tally.through, at),
    days: dayAdded(tally.days, contact, why, rules),
    ...(why === 'outage' && { outageAt: at }),
  };
  const fault = isFault(contact, why, tally.recent);
  if (why && !fault) return { tally: seen, breaches: [] };
  const { limits, breaches } = limitsHit(tally, contact, rules, fault);
  const known: Tally = { ...seen, recent: remembered(tally.recent, contact, fault), limits };
  if (fault) return { tally: known, breaches };
  const counted: Tally = {
    ...known,
    counted: tally.counted + 1,
    ...(contact.kind === 'conference' && { conferences: heldAdded(tally.conferences, contact, rules) }),
  };
  const speaks = rules.agreed ? isInForce(rules.agreed, at) : tally.firstAt !== undefined;
  return { tally: speaks ? rated(counted, contact, rules) : counted, breaches };
}

/** Faults of ours hit only the limits that include them. */
function limitsHit(
  tally: Tally,
  contact: Contact,
  rules: TallyRules,
  fault: boolean,
): { readonly limits: readonly LimitState[]; readonly breaches: readonly Breach[] } {
  const steps = limitsOf(tally.limits, rules.limits).map(([rule, state]): LimitStep =>
    fault && !rule.includeProductFault ? { state } : limitHit(rule, state, contact),
  );
  return { limits: touched(steps), breaches: steps.flatMap(({ breach }) => breach ?? []) };
}

/** The customer came to us: at first sight the acquaintance begins, where no contract has begun it. */
function entry(tally: Tally, at: number, { zone, ladder, agreed }: TallyRules): Tally {
  if (tally.firstAt !== undefined) return { ...tally, lastAt: at };
  const met = { ...tally, firstAt: at, lastAt: at };
  return agreed ? met : { ...met, year: firstYear(at, { zone }), ladder: ladderFrom(ladder, at) };
}

const rated = (tally: Tally, contact: Contact, { halfLifeDays, ladder }: TallyRules): Tally => ({
  ...tally,
  rated: tally.rated + 1,
  evidence: witnessed(tally.evidence, contact.at, halfLifeDays),
  ...(tally.ladder && { ladder: ladderClaimed(ladder, tally.ladder, contact) }),
});
