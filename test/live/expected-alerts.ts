import type { ExpectedContact } from './expected-contacts.ts';

const DAY = 86_400_000;
const COOLDOWN = 7 * DAY;

export interface ExpectedAlert {
  readonly ruleId: string;
  readonly breachedAt: number;
  readonly load: number;
  readonly max: number;
  readonly remindedAt?: number;
  readonly clearedAt?: number;
}

interface Limit {
  readonly id: string;
  readonly max: number;
  /** Absent: since the contract year began. */
  readonly days?: number;
  readonly kind?: string;
}

/** The four that come with it. */
const LIMITS: readonly Limit[] = [
  { id: 'week', max: 3, days: 7 },
  { id: 'month', max: 5, days: 30 },
  { id: 'contract-year', max: 12 },
  { id: 'weekly-conference', max: 1, days: 7, kind: 'conference' },
];

export interface Alerted {
  readonly alerts: readonly ExpectedAlert[];
  /** A limit is broken now, an alert or not. */
  readonly isOver: boolean;
}

/** `years`: the instants at which contract years begin, the first included. */
export function alertsOf(counted: readonly ExpectedContact[], years: readonly number[], now: number): Alerted {
  const each = LIMITS.map((limit) => {
    const hits = counted.filter(({ kind }) => !limit.kind || kind === limit.kind).map(({ at }) => at);
    return walked(limit, hits, years, now);
  });
  return { alerts: each.flatMap(({ alerts }) => alerts), isOver: each.some(({ isOver }) => isOver) };
}

/** From instant to instant at which anything can change, with the load counted anew at each. */
function walked(
  { id: ruleId, max, days }: Limit,
  hits: readonly number[],
  years: readonly number[],
  now: number,
): Alerted {
  const alerts: ExpectedAlert[] = [];
  let broken: { readonly at: number; readonly load: number; alert?: ExpectedAlert } | undefined;
  let alertedAt = -Infinity;
  const raise = (alert: ExpectedAlert): ExpectedAlert => {
    alerts.push(alert);
    return alert;
  };
  const instants = new Set([...hits, ...years, ...hits.map((at) => at + (days ?? 0) * DAY)]);
  for (let at = next(instants, -Infinity); at <= now; at = next(instants, at)) {
    const since = days === undefined ? Math.max(...years.filter((year) => year <= at)) : at - days * DAY;
    const inside = hits.filter((hit) => hit <= at && (days === undefined ? hit >= since : hit > since));
    const fresh = inside.filter((hit) => hit === at).length;
    if (broken && (days === undefined ? broken.at < since : inside.length - fresh <= max - 1)) {
      if (broken.alert) alerts[alerts.indexOf(broken.alert)] = { ...broken.alert, clearedAt: at };
      broken = undefined;
    }
    if (broken && !broken.alert && at >= alertedAt + COOLDOWN) {
      alertedAt = at;
      broken.alert = raise({ ruleId, breachedAt: broken.at, load: broken.load, max, remindedAt: at });
    }
    if (!broken && fresh > 0 && inside.length > max) {
      const load = inside.length;
      const isSilent = at - alertedAt < COOLDOWN;
      broken = { at, load, ...(!isSilent && { alert: raise({ ruleId, breachedAt: at, load, max }) }) };
      if (!isSilent) alertedAt = at;
    }
    instants.add(alertedAt + COOLDOWN);
  }
  return { alerts, isOver: broken !== undefined };
}

/** The first after `at`. */
const next = (instants: ReadonlySet<number>, at: number): number =>
  Math.min(...[...instants].filter((one) => one > at));
