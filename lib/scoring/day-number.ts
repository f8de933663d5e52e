import { DAY } from './contact';
import { localDay } from './local-day';

/** Local dates as days since 1970-01-01; `to` is the first day that is no longer in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of a local date, `2026-03-01`. */
export const dayNumber = (date: string): number => Date.parse(date) / DAY;

/** The local day of an instant. */
export const dayAt = (at: number, zone: string): number => dayNumber(localDay(at, zone));

/** Days that both have in common. */
export const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** Days of the span that lie in one of the others, which are apart from each other. */
export const daysIn = (spans: readonly Span[], span: Span): number =>
  spans.reduce((sum, one) => sum + common(one, span), 0);

/** The same days, in order and apart from each other. */
export function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else apart.push(span);
  }
  return apart;
}

/** What of a span is left when these are taken out. */
export function without(span: Span, gaps: readonly Span[]): Span[] {
  const left: Span[] = [];
  let { from } = span;
  for (const gap of merged(gaps)) {
    left.push({ from, to: Math.min(gap.from, span.to) });
    from = Math.max(from, gap.to);
  }
  return [...left, { from, to: span.to }].filter((one) => one.from < one.to);
}
