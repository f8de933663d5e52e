import type { Channel } from '../../demo/plan/shape.ts';
import type { SeededPlan, SeededTicket } from './desk.ts';

/** What a history must come to, worked out from the plan alone by docs/SCORING.md, with nothing of lib/scoring. */

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface ExpectedContact {
  readonly ticket: number;
  readonly what: 'open' | 'reopened';
  readonly at: number;
  readonly kind: string;
  readonly minutes: number;
  readonly topic: string;
  /** Why it does not count. */
  readonly not?: 'reopened-soon' | 'duplicate';
}

const KINDS: Readonly<Record<Channel, string>> = {
  email: 'message',
  web: 'message',
  chat: 'chat',
  phone: 'call',
  conference: 'conference',
  visit: 'visit',
};

/** Oldest first. Whoever asked first is charged, guests are not. */
export function contactsOf(email: string, tickets: SeededPlan['tickets']): readonly ExpectedContact[] {
  const contacts = tickets
    .filter(({ requesters: [first] }) => first === email)
    .flatMap(contactsOfTicket)
    .toSorted((a, b) => a.at - b.at || a.ticket - b.ticket);
  const judged: ExpectedContact[] = [];
  for (const contact of contacts) judged.push(isDouble(contact, judged) ? { ...contact, not: 'duplicate' } : contact);
  return judged;
}

export const isCounted = ({ not }: ExpectedContact): boolean => not === undefined;

function contactsOfTicket({
  id,
  channel,
  subject,
  createdAt,
  minutes,
  reopenings = [],
}: SeededTicket): ExpectedContact[] {
  const shared = { ticket: id, kind: KINDS[channel], topic: subject.toLowerCase() };
  return [
    { ...shared, what: 'open', at: Date.parse(createdAt), minutes },
    ...reopenings.map(({ at, solvedAt }): ExpectedContact => {
      const isSoon = Date.parse(at) - Date.parse(solvedAt) <= 14 * DAY;
      return { ...shared, what: 'reopened', at: Date.parse(at), minutes: 0, ...(isSoon && { not: 'reopened-soon' }) };
    }),
  ];
}

const isDouble = (contact: ExpectedContact, before: readonly ExpectedContact[]): boolean =>
  isCounted(contact) &&
  before.some(
    (earlier) =>
      isCounted(earlier) &&
      contact.at - earlier.at < 60 * MINUTE &&
      (earlier.kind === contact.kind || earlier.topic === contact.topic),
  );
