import * as v from 'valibot';

/** Shapes that several schemas share. */

/** A local date such as `2026-03-01` that the calendar has. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-03-01'),
  v.check(isDay, 'a day that the calendar has'),
);

function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const read = new Date(Date.UTC(year, month - 1, date));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date && year >= 1900;
}

export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** IANA */
export const zone = v.pipe(v.string(), v.maxLength(100), v.check(isZone, 'a zone such as Europe/Vienna'));

/** ISO 4217 */
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three capital letters, such as EUR'));

export const word = v.pipe(v.string(), v.trim(), v.minLength(1, 'not empty'), v.maxLength(200));

/** At least one. */
export const words = v.pipe(v.array(word), v.minLength(1, 'at least one'), v.maxLength(100, 'a hundred at most'));

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: string };

/** The value as the schema has it, else the first thing wrong with it, and where, in words. */
export function checkedBy<Value>(schema: v.GenericSchema<unknown, Value>, value: unknown): Checked<Value> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  return { ok: false, why: where === null ? issue.message : `${where}: ${issue.message}` };
}
