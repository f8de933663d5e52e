import type { Ask, AnswerTo } from '@/lib/messaging/protocol';

/**
 * Lets the content scripts of all tabs ask one helpdesk politely: for histories one request in flight and one a second; the
 * ticket being looked at goes first, up to five at once as the page itself would. After 429 everybody waits, after two of
 * them for a quarter of an hour. Kept in memory only: a worker that died has nothing in flight that it could wait for.
 */
interface Origin {
  /** Instants at which requests under way were let go. */
  readonly inFlight: number[];
  lastHistory: number;
  heldUntil: number;
  tooMany: number;
}

const origins = new Map<string, Origin>();
const EVERY = 1000;
const URGENT_AT_ONCE = 5;
/** A request that never reported back no longer counts. */
const LOST_AFTER = 30_000;
const LONG_PAUSE = 15 * 60_000;

const originOf = (origin: string): Origin => {
  const known = origins.get(origin) ?? { inFlight: [], lastHistory: -Infinity, heldUntil: 0, tooMany: 0 };
  origins.set(origin, known);
  return known;
};

/** How long to wait before asking again; 0 = go now, and report back with `turn-over`. */
export function turn(origin: string, { urgent }: Pick<Ask<'turn'>, 'urgent'>, now: number): AnswerTo<'turn'> {
  const state = originOf(origin);
  while (state.inFlight[0] !== undefined && state.inFlight[0] < now - LOST_AFTER) state.inFlight.shift();
  if (state.heldUntil > now) return { waitMs: state.heldUntil - now };
  const free = urgent
    ? state.inFlight.length < URGENT_AT_ONCE
    : state.inFlight.length === 0 && now - state.lastHistory >= EVERY;
  if (!free) return { waitMs: urgent ? 100 : Math.max(200, EVERY - (now - state.lastHistory)) };
  state.inFlight.push(now);
  if (!urgent) state.lastHistory = now;
  return { waitMs: 0 };
}

export function turnOver(
  origin: string,
  { status, retryAfterMs }: Pick<Ask<'turn-over'>, 'status' | 'retryAfterMs'>,
  now: number,
): void {
  const state = originOf(origin);
  state.inFlight.shift();
  if (status !== 429) {
    if (status >= 200 && status < 300) state.tooMany = 0;
    return;
  }
  state.tooMany += 1;
  state.heldUntil = now + (state.tooMany > 1 ? LONG_PAUSE : Math.min(retryAfterMs ?? 60_000, LONG_PAUSE));
}
