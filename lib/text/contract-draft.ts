import type { Contract, RevenuePart } from '@/lib/scoring/contract';

import { minorAsText } from './pages-numbers';

export type PartKind = RevenuePart['kind'];

/** What is earned, as it is written into a form or a table. What a kind does not have stays empty. */
export interface PartDraft {
  readonly kind: PartKind;
  readonly amount: string;
  /** What delivered goods cost us. */
  readonly cost: string;
  /** The first day, or the day of what happens once. */
  readonly from: string;
  /** The last day; empty while it goes on. */
  readonly to: string;
  readonly months: string;
}

/** From the first to the last day, both within; without a last day it goes on. */
export interface StretchDraft {
  readonly from: string;
  readonly to: string;
}

/** A contract as somebody writes it: all text, nothing checked. */
export interface ContractDraft {
  readonly id: string;
  readonly holder: string;
  readonly start: string;
  /** The last day. */
  readonly end: string;
  readonly zone: string;
  readonly pauses: readonly StretchDraft[];
  readonly currency: string;
  readonly revenue: readonly PartDraft[];
  readonly goods: string;
  readonly ladderId: string;
  readonly priorYears: string;
  readonly seats: string;
}

export const PART_KINDS = ['monthly', 'support', 'licence', 'resale', 'work'] as const satisfies readonly PartKind[];

/** Earned from a first day on, not on one day. */
export const goesOn = (kind: PartKind): boolean => kind === 'monthly' || kind === 'support';

export const newStretch = (): StretchDraft => ({ from: '', to: '' });

export const newPart = (from: string): PartDraft => ({
  kind: 'monthly',
  amount: '',
  cost: '',
  from,
  to: '',
  months: '',
});

/** An empty contract to write into. */
export const newContract = (given: Pick<ContractDraft, 'id' | 'holder' | 'currency'>): ContractDraft => ({
  ...given,
  start: '',
  end: '',
  zone: '',
  pauses: [],
  revenue: [],
  goods: '',
  ladderId: '',
  priorYears: '',
  seats: '',
});

/** A contract on record, to be changed. */
export function draftOf(contract: Contract): ContractDraft {
  const { id, holder, start, end, zone, currency, pauses, revenue, goodsMinor, ladderId, priorYears, seats } = contract;
  return {
    id,
    holder,
    start,
    end: lastDay(end),
    zone: zone ?? '',
    pauses: pauses.map(({ from, to }) => ({ from, to: lastDay(to) })),
    currency,
    revenue: revenue.map((part) => partDraftOf(part, currency)),
    goods: goodsMinor === undefined ? '' : minorAsText(goodsMinor, currency),
    ladderId: ladderId ?? '',
    priorYears: written(priorYears),
    seats: written(seats),
  };
}

const written = (figure: number | undefined): string => (figure === undefined ? '' : String(figure));

/** People name the last day, data the day after it. */
const lastDay = (to: string | undefined): string =>
  to === undefined ? '' : Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();

function partDraftOf(part: RevenuePart, currency: string): PartDraft {
  const amount = minorAsText(part.minor, currency);
  const { kind } = part;
  switch (kind) {
    case 'monthly':
    case 'support':
      return { ...newPart(part.from), kind, amount, to: lastDay(part.to) };
    case 'licence':
      return { ...newPart(part.at), kind, amount, months: String(part.termMonths) };
    case 'resale':
      return { ...newPart(part.at), kind, amount, cost: minorAsText(part.costMinor, currency) };
    case 'work':
      return { ...newPart(part.at), kind, amount };
  }
}
