import type { Chance } from './chance.ts';
import type { Channel, PlannedTicket } from './shape.ts';
import { AGENT_SAYS, CUSTOMER_SAYS, NOTES } from './texts.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A ticket with its instants still as epoch ms. */
export type Draft = Pick<PlannedTicket, 'requesters' | 'subject' | 'channel' | 'status' | 'minutes'> & {
  readonly createdAt: number;
  readonly solvedAt: number | null;
  readonly messages: readonly Said[];
  readonly reopenings?: readonly { readonly at: number; readonly solvedAt: number }[];
};

export interface Said {
  readonly at: number;
  readonly by: 'customer' | 'agent' | 'internal';
  readonly text: string;
  readonly minutes: number;
}

export interface Matter {
  readonly requesters: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly channel: Channel;
  readonly minutes: number;
  readonly replies: number;
}

/**
 * A moment in working hours, counted back from the end of the working day of `asOf`, or for a weekend on the
 * Friday before. Never in the last hour: a morning's history ends the day before.
 */
export function moment(chance: Chance, asOf: number, daysAgo: number): number {
  const endOfDay = Math.floor(asOf / DAY) * DAY + 17 * HOUR;
  let at = Math.min(endOfDay - daysAgo * DAY - chance.int(0, 8 * 60) * MINUTE, endOfDay - HOUR);
  if (at > asOf - HOUR) at -= DAY;
  const weekday = new Date(at).getUTCDay();
  return at - DAY * (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
}

/** What was said about a matter from its first message on, by turns, nothing of it after `asOf`. */
export function conversation(chance: Chance, asOf: number, matter: Matter, daysAgo: number): Draft {
  const { requesters, subject, text, channel, minutes, replies } = matter;
  const createdAt = moment(chance, asOf, daysAgo);
  const answers: Said[] = [];
  let at = createdAt;
  let left = minutes;
  for (let turn = 0; turn < replies; turn++) {
    const byAgent = turn % 2 === 0;
    at += chance.int(20, 30 * 60) * MINUTE;
    if (at > asOf) break;
    const spent = byAgent ? (turn >= replies - 2 ? left : Math.floor(left / 2)) : 0;
    left -= spent;
    const says = chance.pick(byAgent ? AGENT_SAYS : CUSTOMER_SAYS);
    answers.push({ at, by: byAgent ? 'agent' : 'customer', text: says, minutes: spent });
    if (byAgent && chance.random() < 0.15 && at + 10 * MINUTE < asOf) {
      answers.push({ at: at + 10 * MINUTE, by: 'internal', text: chance.pick(NOTES), minutes: 0 });
    }
  }
  // What no reply took is time on the phone, noted when the ticket was opened.
  const messages = [{ at: createdAt, by: 'customer', text, minutes: left } as const, ...answers];
  const status = statusOf(chance, messages.length, daysAgo);
  const last = messages.at(-1)?.at ?? createdAt;
  const solvedAt = status === 'solved' ? Math.min(last + 30 * MINUTE, asOf) : null;
  return { requesters, subject, channel, status, createdAt, solvedAt, minutes, messages };
}

function statusOf(chance: Chance, messages: number, daysAgo: number): Draft['status'] {
  if (messages === 1) return daysAgo > 30 ? 'solved' : 'new';
  if (daysAgo < 10) return chance.pick(['open', 'open', 'waiting', 'solved'] as const);
  if (daysAgo < 60) return chance.pick(['open', 'waiting', 'solved', 'solved', 'solved'] as const);
  return 'solved';
}
