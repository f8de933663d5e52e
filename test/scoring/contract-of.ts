import type { Contract, RevenuePart } from '@/lib/scoring/contract';
import { dayNumber, type Span } from '@/lib/scoring/day-number';

export const contractOf = (revenue: readonly RevenuePart[], more: Partial<Contract> = {}): Contract => ({
  id: 'k1',
  holder: 'c1',
  start: '2020-01-01',
  pauses: [],
  currency: 'EUR',
  revenue,
  ...more,
});

/** Both dates within. */
export const span = (first: string, last: string): Span => ({ from: dayNumber(first), to: dayNumber(last) + 1 });
