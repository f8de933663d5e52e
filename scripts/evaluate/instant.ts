import { Refused } from './refused.ts';

const EPOCH_MS = /^\d{12,14}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?$/i;
const ZONE = / ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/i;

export interface Instant {
  /** Epoch ms. */
  readonly at: number;
  /** It names no zone, so it was taken for UTC. */
  readonly isZoneless: boolean;
}

/** Epoch milliseconds, a date, or a date and time of ISO 8601 with or without its offset. */
export function instantOf(text: string): Instant {
  if (EPOCH_MS.test(text)) return { at: Number(text), isZoneless: false };
  const [zone] = DATE.test(text) ? [] : (ZONE.exec(text) ?? []);
  const local = zone ? text.slice(0, -zone.length) : text;
  if (!DATE.test(local) && !LOCAL.test(local)) throw unreadable(text);
  try {
    const offset = !zone || /[A-Z]/i.test(zone) ? 'Z' : zone.trim();
    const { epochMilliseconds } = Temporal.Instant.from(`${DATE.test(local) ? `${local}T00:00` : local}${offset}`);
    return { at: epochMilliseconds, isZoneless: !zone && !DATE.test(text) };
  } catch (error) {
    throw error instanceof RangeError ? unreadable(text) : error;
  }
}

const unreadable = (text: string): Refused =>
  new Refused(
    `"${text}" is no time: write 2026-03-02T09:00Z, 2026-03-02T10:00+01:00, 2026-03-02 or epoch milliseconds.`,
  );
