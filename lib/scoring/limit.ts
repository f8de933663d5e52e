import { type Contact, DAY } from './contact';
import type { LimitRule } from './rules';
import type { LimitStanding } from './standing';

/** Where one customer is with one limit; what time alone can change is computed from it, never polled. */
export interface LimitState {
  readonly ruleId: string;
  /** Instant and weight of the contacts in a window of days, oldest first. */
  readonly window: readonly (readonly [at: number, weight: number])[];
  /** Weight since the contract year began, or ever. */
  readonly sum: number;
  readonly broken?: {
    /** The contact that lifted the load above the limit. */
    readonly at: number;
    readonly load: number;
    /** No alert yet: the last one was too near. */
    readonly silent?: true;
  };
  /** When the last alert was raised. */
  readonly alertedAt?: number;
}

/** A limit was broken; or, `remindedAt`, it is still broken at the end of the cooldown that had silenced it. */
export interface Breach {
  readonly ruleId: string;
  readonly at: number;
  readonly load: number;
  readonly max: number;
  readonly silent?: true;
  readonly remindedAt?: number;
  readonly clearedAt?: number;
}

export interface Cleared {
  readonly ruleId: string;
  readonly breachedAt: number;
  readonly clearedAt: number;
}

export const untouched = ({ id }: LimitRule): LimitState => ({ ruleId: id, window: [], sum: 0 });

/** Rounded, since a window may be a fraction of a day and instants are whole. */
const lengthOf = ({ window }: LimitRule): number | undefined =>
  typeof window === 'object' ? Math.round(window.days * DAY) : undefined;

/** The weight in the window that ends at `now`. A contact exactly that old has left it (docs/SCORING.md §1.2). */
function loadAt(rule: LimitRule, { window, sum }: LimitState, now: number): number {
  const length = lengthOf(rule);
  if (length === undefined) return sum;
  return window.reduce((load, [at, weight]) => (at > now - length && at <= now ? load + weight : load), 0);
}

const holdsAgain = ({ max, release }: LimitRule, load: number): boolean => load <= Math.max(0, max - release);

/** When a broken limit holds again if nothing more happens; unknown where only a renewal or a person clears it. */
function clearsAt(rule: LimitRule, state: LimitState): number | undefined {
  const length = lengthOf(rule);
  if (!state.broken || length === undefined) return undefined;
  let load = state.window.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [at, weight] of state.window) {
    load -= weight;
    if (at + length > state.broken.at && holdsAgain(rule, load)) return at + length;
  }
  return undefined;
}

const remindsAt = ({ cooldownDays }: LimitRule, { broken, alertedAt = 0 }: LimitState): number | undefined =>
  broken?.silent ? alertedAt + Math.round(cooldownDays * DAY) : undefined;

/** The next instant at which time alone changes the state. */
export function limitDueAt(rule: LimitRule, state: LimitState): number | undefined {
  const instants = [clearsAt(rule, state), remindsAt(rule, state)].filter((at) => at !== undefined);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

export interface LimitStep {
  readonly state: LimitState;
  readonly breach?: Breach;
  readonly cleared?: Cleared;
}

/** What happens at an instant that was due. Clearing comes before reminding: what is over needs no reminder. */
export function limitPassed(rule: LimitRule, state: LimitState, at: number): LimitStep {
  const clears = clearsAt(rule, state);
  if (clears !== undefined && clears <= at) return clear(state, clears);
  const reminds = remindsAt(rule, state);
  if (!state.broken || reminds === undefined || reminds > at) return { state };
  const { silent: _, ...broken } = state.broken;
  const { id: ruleId, max } = rule;
  return {
    state: { ...state, broken, alertedAt: reminds },
    breach: { ruleId, at: broken.at, load: broken.load, max, remindedAt: reminds },
  };
}

function clear(state: LimitState, at: number): LimitStep {
  const { broken, ...rest } = state;
  return broken ? { state: rest, cleared: { ruleId: state.ruleId, breachedAt: broken.at, clearedAt: at } } : { state };
}

/** A new contract year begins. */
export const limitRenewed = (rule: LimitRule, state: LimitState, at: number): LimitStep =>
  rule.window === 'contract' ? clear({ ...state, sum: 0 }, at) : { state };

/** One more counted contact, not before the last. */
export function limitHit(rule: LimitRule, state: LimitState, { at, kind }: Pick<Contact, 'at' | 'kind'>): LimitStep {
  if (rule.kinds && !rule.kinds.includes(kind)) return { state };
  const weight = rule.weights?.[kind] ?? 1;
  const length = lengthOf(rule);
  const held: LimitState =
    length === undefined
      ? { ...state, sum: state.sum + weight }
      : { ...state, window: [...state.window.filter(([earlier]) => earlier > at - length), [at, weight]] };
  const load = loadAt(rule, held, at);
  if (state.broken || load <= rule.max) return { state: held };
  const { alertedAt } = state;
  const silent = alertedAt !== undefined && at - alertedAt < Math.round(rule.cooldownDays * DAY);
  const breach = { ruleId: rule.id, at, load, max: rule.max };
  if (silent) return { state: { ...held, broken: { at, load, silent } }, breach: { ...breach, silent } };
  return { state: { ...held, broken: { at, load }, alertedAt: at }, breach };
}

export function limitStanding(rule: LimitRule, state: LimitState, now: number): LimitStanding {
  const clears = clearsAt(rule, state);
  return {
    ruleId: rule.id,
    window: rule.window,
    load: loadAt(rule, state, now),
    max: rule.max,
    ...(rule.kinds && { kinds: rule.kinds }),
    ...(state.broken && { breachedAt: state.broken.at }),
    ...(clears !== undefined && { clearsAt: clears }),
  };
}

/** Breaches with the instant at which each was over, where it is. */
export const settled = (breaches: readonly Breach[], cleared: readonly Cleared[]): Breach[] =>
  breaches.map((breach) => {
    const end = cleared.find(({ ruleId, breachedAt }) => ruleId === breach.ruleId && breachedAt === breach.at);
    return end ? { ...breach, clearedAt: end.clearedAt } : breach;
  });
