import { folded, limitsOf } from './fold';
import { ladderTurned } from './ladder-state';
import { type Breach, type Cleared, limitDueAt, limitPassed, limitRenewed, type LimitStep } from './limit';
import { yearAfter } from './policy-year';
import type { Tally, TallyRules } from './tally-state';

/** A tally after some time, and what happened in it. */
export interface Passed {
  readonly tally: Tally;
  readonly breaches: readonly Breach[];
  readonly cleared: readonly Cleared[];
}

/** The tally with its next due instant; without one where nothing is due. */
export function withNextAt(tally: Tally, { limits }: TallyRules): Tally {
  const instants = [
    tally.year?.until,
    tally.held[0]?.at,
    ...limitsOf(tally.limits, limits).map(([rule, state]) => limitDueAt(rule, state)),
  ].filter((at) => at !== undefined);
  if (instants.length > 0) return { ...tally, nextAt: Math.min(...instants) };
  const { nextAt: _, ...rest } = tally;
  return rest;
}

/** Everything that falls due up to and at `now`, in its order. */
export function passedTo(tally: Tally, rules: TallyRules, now: number): Passed {
  const breaches: Breach[] = [];
  const cleared: Cleared[] = [];
  let current = tally;
  while (current.nextAt !== undefined && current.nextAt <= now) {
    const step = passedAt(current, rules, current.nextAt);
    breaches.push(...step.breaches);
    cleared.push(...step.cleared);
    current = withNextAt(step.tally, rules);
  }
  return { tally: current, breaches, cleared };
}

/** One instant: windows empty, the year turns, reminders fall due; then come the contacts that waited for it. */
function passedAt(tally: Tally, rules: TallyRules, at: number): Passed {
  const renewing = tally.year && tally.year.until <= at;
  const steps = limitsOf(tally.limits, rules.limits).map(([rule, state]): LimitStep => {
    const renewed = renewing ? limitRenewed(rule, state, at) : { state };
    return renewed.cleared ? renewed : limitPassed(rule, renewed.state, at);
  });
  let current: Tally = {
    ...tally,
    through: at,
    limits: steps.map(({ state }) => state),
    held: tally.held.filter((contact) => contact.at > at),
    ...(renewing && tally.year && { year: yearAfter(tally.year, rules.zone) }),
    ...(renewing && tally.ladder && { ladder: ladderTurned(rules.ladder, tally.ladder, at) }),
  };
  const breaches = steps.flatMap(({ breach }) => breach ?? []);
  for (const contact of tally.held.filter((waiting) => waiting.at <= at)) {
    const step = folded(current, contact, rules);
    current = step.tally;
    breaches.push(...step.breaches);
  }
  return { tally: current, breaches, cleared: steps.flatMap((step) => step.cleared ?? []) };
}
