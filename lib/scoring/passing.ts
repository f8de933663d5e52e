import { calendarOf } from './agreed';
import { folded, limitsOf, touched } from './fold';
import { ladderFrom, ladderLapsed, type LadderState, ladderTurned } from './ladder-state';
import { lapsesAfter } from './lapse';
import { type Breach, type Cleared, limitDueAt, limitPassed, limitRenewed, type LimitStep } from './limit';
import { contractYear, type PolicyYear, yearAfter } from './policy-year';
import type { Tally, TallyRules } from './tally-state';

/** A tally after some time, and what happened in it. */
export interface Passed {
  readonly tally: Tally;
  readonly breaches: readonly Breach[];
  readonly cleared: readonly Cleared[];
}

/** The next instant at which time alone changes something. */
function dueAt(tally: Tally, rules: TallyRules): number | undefined {
  const { limits, agreed } = rules;
  const instants = [
    tally.year ? tally.year.until : agreed?.from,
    lapsesAfter(tally.through, calendarOf(rules))[0]?.at,
    tally.held[0]?.at,
    ...limitsOf(tally.limits, limits).map(([rule, state]) => limitDueAt(rule, state)),
  ]
    .filter((at) => at !== undefined)
    .filter(Number.isFinite);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

/** The tally with its next due instant; without one where nothing is due. */
export function withNextAt(tally: Tally, rules: TallyRules): Tally {
  const nextAt = dueAt(tally, rules);
  if (nextAt !== undefined) return { ...tally, nextAt };
  const { nextAt: _, ...rest } = tally;
  return rest;
}

/** Everything that falls due up to and at `now`, in its order. */
export function passedTo(tally: Tally, rules: TallyRules, now: number): Passed {
  const breaches: Breach[] = [];
  const cleared: Cleared[] = [];
  let current = tally;
  for (;;) {
    const at = current.nextAt ?? dueAt(current, rules);
    if (at === undefined || at > now) break;
    const step = passedAt(current, rules, at);
    breaches.push(...step.breaches);
    cleared.push(...step.cleared);
    current = withNextAt(step.tally, rules);
  }
  return { tally: current, breaches, cleared };
}

/** One instant: windows empty, the year turns, reminders fall due; then come the contacts that waited for it. */
function passedAt(tally: Tally, rules: TallyRules, at: number): Passed {
  const turning = turnedAt(tally, rules, at);
  const steps = limitsOf(tally.limits, rules.limits).map(([rule, state]): LimitStep => {
    const renewed = turning ? limitRenewed(rule, state, at) : { state };
    return renewed.cleared ? renewed : limitPassed(rule, renewed.state, at);
  });
  let current: Tally = {
    ...tally,
    through: at,
    limits: touched(steps),
    held: tally.held.filter((contact) => contact.at > at),
    ...turning,
    ...lapsedAt({ ...tally, ...turning }, rules, at),
  };
  const breaches = steps.flatMap(({ breach }) => breach ?? []);
  for (const contact of tally.held.filter((waiting) => waiting.at <= at)) {
    const step = folded(current, contact, rules);
    current = step.tally;
    breaches.push(...step.breaches);
  }
  return { tally: current, breaches, cleared: steps.flatMap((step) => step.cleared ?? []) };
}

/** A contract begins, or a year of it ends: the ladder with it. */
function turnedAt(
  { year, ladder }: Tally,
  rules: TallyRules,
  at: number,
): { readonly year: PolicyYear; readonly ladder?: LadderState } | undefined {
  const { agreed } = rules;
  const calendar = calendarOf(rules);
  if (!year) {
    if (!agreed || agreed.from > at) return undefined;
    const { start, priorYears } = agreed.contract;
    return { year: contractYear(start, calendar), ladder: ladderFrom(rules.ladder, agreed.from, priorYears) };
  }
  if (year.until > at) return undefined;
  return { year: yearAfter(year, calendar), ...(ladder && { ladder: ladderTurned(rules.ladder, ladder, at) }) };
}

/** A pause has become too long for a rung to be honoured. */
function lapsedAt({ through, ladder }: Tally, rules: TallyRules, at: number): Pick<Tally, 'ladder'> | undefined {
  const lapse = lapsesAfter(through, calendarOf(rules)).find((one) => one.at <= at);
  return ladder && lapse ? { ladder: ladderLapsed(rules.ladder, ladder, lapse) } : undefined;
}
