import type { Contract, RevenuePart, Stretch } from '@/lib/scoring/contract';

import { money, plainDay } from './formats';
import { t, type Words } from './words';

/** A contract in words: when, and everything that is agreed. */
export interface ContractView {
  readonly id: string;
  /** *Since 1 Mar 2024* */
  readonly title: string;
  readonly facts: readonly string[];
}

/** What its words need besides: the name of a ladder by its id. */
export interface ContractNames {
  readonly words: Words;
  readonly ladderName: (id: string) => string;
}

export function contractView(contract: Contract, { words, ladderName }: ContractNames): ContractView {
  const { id, currency, goodsMinor, ladderId, priorYears, seats, zone } = contract;
  return {
    id,
    title: contractTitle(contract, words),
    facts: [
      ...earningsOf(contract, words),
      ...(goodsMinor ? [t(words, 'contract.fact.goods', { amount: money(words, goodsMinor, currency) })] : []),
      ...contract.pauses.map((pause) => pauseWords(pause, words)),
      ...(ladderId ? [t(words, 'contract.fact.ladder', { ladder: ladderName(ladderId) })] : []),
      ...(priorYears ? [t(words, 'contract.fact.years', { count: priorYears })] : []),
      ...(seats ? [t(words, 'contract.fact.seats', { count: seats })] : []),
      ...(zone ? [t(words, 'contract.fact.zone', { zone: zone.replaceAll('_', ' ') })] : []),
    ],
  };
}

/** *Since 1 Mar 2024*, *1 Mar 2024 to 28 Feb 2026* */
export function contractTitle({ start, end }: Pick<Contract, 'start' | 'end'>, words: Words): string {
  const from = plainDay(words, start);
  if (end === undefined) return t(words, 'contract.title.open', { start: from });
  return t(words, 'contract.title.closed', { start: from, end: dayBefore(words, end) });
}

/** What it earns, one sentence each. */
export const earningsOf = ({ revenue, currency, start }: Contract, words: Words): string[] =>
  revenue.length === 0
    ? [t(words, 'contract.fact.nothing')]
    : revenue.map((part) => partWords(part, { words, currency, start }));

interface PartFacts {
  readonly words: Words;
  readonly currency: string;
  readonly start: string;
}

function partWords(part: RevenuePart, { words, currency, start }: PartFacts): string {
  const amount = money(words, part.minor, currency);
  switch (part.kind) {
    case 'monthly':
    case 'support':
      return stretched(t(words, `contract.fact.${part.kind}`, { amount }), part, { words, start });
    case 'licence': {
      const fact = t(words, 'contract.fact.licence', { amount, count: part.termMonths });
      return stretched(fact, { from: part.at }, { words, start });
    }
    case 'resale': {
      const cost = money(words, part.costMinor, currency);
      return t(words, 'contract.fact.resale', { amount, cost, day: plainDay(words, part.at) });
    }
    case 'work':
      return t(words, 'contract.fact.work', { amount, day: plainDay(words, part.at) });
  }
}

/** Days are named only where they are not those of the contract. */
function stretched(fact: string, { from, to }: Stretch, { words, start }: Omit<PartFacts, 'currency'>): string {
  const first = from === start ? undefined : plainDay(words, from);
  const last = to === undefined ? undefined : dayBefore(words, to);
  if (first && last) return t(words, 'contract.fact.from-to', { fact, from: first, to: last });
  if (first) return t(words, 'contract.fact.from', { fact, from: first });
  return last ? t(words, 'contract.fact.to', { fact, to: last }) : fact;
}

function pauseWords({ from, to }: Stretch, words: Words): string {
  if (to === undefined) return t(words, 'contract.fact.paused', { from: plainDay(words, from) });
  return t(words, 'contract.fact.paused-to', { from: plainDay(words, from), to: dayBefore(words, to) });
}

const dayBefore = (words: Words, day: string): string =>
  plainDay(words, Temporal.PlainDate.from(day).subtract({ days: 1 }).toString());
