import { t, type Words } from './words';

/** Figures and dates as the language writes them. `zone` is an IANA name, instants are epoch ms. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Formatters are slow to make, and a list asks for hundreds. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  kind: string,
  options: object,
  make: () => Format,
): Format {
  const key = kind + JSON.stringify(options);
  const known = made.get(key) as Format | undefined;
  const format = known ?? make();
  if (!known) made.set(key, format);
  return format;
}

/** Minus is U+2212, whatever the language uses. */
const withMinus = (text: string): string => text.replace('-', '−');

function figure({ locale }: Words, value: number, options: Intl.NumberFormatOptions): string {
  return withMinus(once(`n${locale}`, options, () => new Intl.NumberFormat(locale, options)).format(value));
}

/** A count or weight: at most one decimal. */
export const count = (words: Words, value: number): string => figure(words, value, { maximumFractionDigits: 1 });

/** 30 is 30%. */
export const percent = (words: Words, value: number): string =>
  figure(words, value / 100, { style: 'percent', maximumFractionDigits: 1 });

/** Contacts a year: whole from 10, else one decimal. */
export const rate = (words: Words, value: number): string =>
  figure(words, value, { maximumFractionDigits: value >= 9.95 ? 0 : 1 });

/** Minor units as money; cents only below a hundred, and only where there are any. */
export function money(words: Words, minor: number, currency: string): string {
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  const digits = new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  return figure(words, amount, Math.abs(amount) < 100 ? options : { ...options, maximumFractionDigits: 0 });
}

const calendar = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

function day({ locale }: Words, at: number, options: Intl.DateTimeFormatOptions): string {
  return once(`d${locale}`, options, () => new Intl.DateTimeFormat(locale, options)).format(at);
}

export interface Clock {
  readonly now: number;
  readonly zone: string;
}

/** *10 May*, and with its year unless that is the present one. */
export function date(words: Words, at: number, { now, zone }: Clock): string {
  const thisYear = calendar(at, zone).year === calendar(now, zone).year;
  return day(words, at, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(!thisYear && { year: 'numeric' }),
  });
}

/** A local date such as `2026-03-01`, always with its year: *1 Mar 2026*. */
export const plainDay = (words: Words, name: string): string =>
  day(words, Date.parse(`${name}T12:00Z`), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

/** *May 2025* */
export const month = (words: Words, at: number, zone: string): string =>
  day(words, at, { timeZone: zone, month: 'short', year: 'numeric' });

/** A calendar month such as `2026-11`: *N*, or *November 2026*. */
export const calendarMonth = (words: Words, name: string, style: 'narrow' | 'long'): string =>
  day(words, Date.parse(`${name}-15T12:00Z`), {
    timeZone: 'UTC',
    month: style,
    ...(style === 'long' && { year: 'numeric' }),
  });

/** Days on the calendar from now to `at`; negative in the past. */
function daysAway(at: number, { now, zone }: Clock): number {
  const today = calendar(now, zone).toPlainDate();
  return today.until(calendar(at, zone).toPlainDate()).days;
}

/** *Mon*, within a week; *10 May* beyond. */
export function shortDay(words: Words, at: number, clock: Clock): string {
  const near = Math.abs(daysAway(at, clock)) < 7;
  return near ? day(words, at, { timeZone: clock.zone, weekday: 'short' }) : date(words, at, clock);
}

/** *today*, *on Monday*, *on 10 May* */
export function onDay(words: Words, at: number, clock: Clock): string {
  const away = daysAway(at, clock);
  if (Math.abs(away) < 2) return relative(words, 'auto').format(away, 'day');
  if (Math.abs(away) >= 7) return t(words, 'day.on', { day: date(words, at, clock) });
  return t(words, 'day.on', { day: day(words, at, { timeZone: clock.zone, weekday: 'long' }) });
}

/** *5 minutes ago* */
export function age(words: Words, at: number, now: number): string {
  const past = Math.max(0, now - at);
  if (past < MINUTE) return t(words, 'age.now');
  const [size, unit] =
    past < HOUR ? ([MINUTE, 'minute'] as const) : past < DAY ? ([HOUR, 'hour'] as const) : ([DAY, 'day'] as const);
  return relative(words, 'always').format(-Math.floor(past / size), unit);
}

const relative = ({ locale }: Words, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat =>
  once(`r${locale}`, { numeric }, () => new Intl.RelativeTimeFormat(locale, { numeric }));

/** *calls, chats*: joined as the language joins them. */
export const list = ({ locale }: Words, parts: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
