import { parseArgs } from 'node:util';

import { ticketsOf } from './plan/behaviour.ts';
import { chanceOf } from './plan/chance.ts';
import { HOUR, MINUTE, type Draft } from './plan/conversation.ts';
import { peopleOf } from './plan/customers.ts';
import { reopenedTickets } from './plan/reopened.ts';
import type { Plan, PlannedTicket } from './plan/shape.ts';

export interface PlanOptions {
  /** Epoch ms of the end of the history; all dates count back from it. */
  readonly asOf: number;
  /** Another number gives other people with the same kinds of behaviour. */
  readonly seed?: number;
  /** Multiplies the number of tickets. */
  readonly scale?: number;
  readonly customers?: number;
}

/** An invented support history. The same options always give the same plan. */
export function plan({ asOf: end, seed = 1, scale = 1, customers: count = 60 }: PlanOptions): Plan {
  if (!Number.isFinite(end)) throw new RangeError('asOf is no instant');
  if (!Number.isInteger(count) || count < 1 || count > 400) throw new RangeError(`1 to 400 customers, not ${count}`);
  if (!(scale > 0)) throw new RangeError(`a scale above zero, not ${scale}`);
  const asOf = Math.floor(end / MINUTE) * MINUTE;
  const chance = chanceOf(seed);
  const { organisations, customers } = peopleOf(chance, count);
  const drafts = ticketsOf({ chance, asOf, scale, customers, companies: organisations.length });
  drafts.push(...reopenedTickets(chance, asOf, customers));
  drafts.sort((a, b) => a.createdAt - b.createdAt || (a.subject < b.subject ? -1 : 1));
  return { asOf: iso(asOf), seed, organisations, customers, tickets: drafts.map(asPlanned) };
}

const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const asPlanned = ({ reopenings, ...ticket }: Draft): PlannedTicket => ({
  ...ticket,
  createdAt: iso(ticket.createdAt),
  solvedAt: ticket.solvedAt === null ? null : iso(ticket.solvedAt),
  messages: ticket.messages.map((message) => ({ ...message, at: iso(message.at) })),
  ...(reopenings && {
    reopenings: reopenings.map(({ at, solvedAt }) => ({ at: iso(at), solvedAt: iso(solvedAt) })),
  }),
});

/** A day means its 17:00 UTC; an instant means itself; nothing means the last full hour. */
export function asOfArgument(text: string | undefined, now: number): number {
  if (text === undefined) return Math.floor(now / HOUR) * HOUR;
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T17:00:00Z` : text);
  if (Number.isNaN(at) || !/^\d{4}-\d\d-\d\d(T.+(Z|[+-]\d\d:\d\d))?$/.test(text)) {
    throw new RangeError(`--as-of wants a day such as 2026-11-02 or an instant such as 2026-11-02T09:00Z, not ${text}`);
  }
  return at;
}

export const PLAN_ARGUMENTS = {
  'as-of': { type: 'string' },
  seed: { type: 'string', default: '1' },
  scale: { type: 'string', default: '1' },
  customers: { type: 'string', default: '60' },
} as const;

if (import.meta.main) {
  const { values } = parseArgs({ options: PLAN_ARGUMENTS });
  const made = plan({
    asOf: asOfArgument(values['as-of'], Date.now()),
    seed: Number(values.seed),
    scale: Number(values.scale),
    customers: Number(values.customers),
  });
  process.stdout.write(`${JSON.stringify(made, null, 1)}\n`);
}
