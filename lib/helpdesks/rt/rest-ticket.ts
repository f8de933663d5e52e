import { given } from '@/lib/helpdesks/given';
import type { Hints, ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';

import { instantOf, isItem, textOf, type Item } from './rest-page';
import type { Site } from './site';
import { isDone, statusOf } from './words';

/** Users are named out in full from 5.0.3 on; before, by their RT name alone. */
export const TICKET_FIELDS = {
  fields: 'Subject,Status,Created,LastUpdated,Resolved,TimeWorked,Queue,Requestor,Creator,CustomFields',
  'fields[Requestor]': 'id,Name,RealName,EmailAddress,Organization,WorkPhone',
  'fields[Creator]': 'id,Name,EmailAddress',
  'fields[Queue]': 'Name',
} as const;

/** Undefined for a row without what every ticket has. */
export function ticketOf(item: Item, asker: PersonRef, { agent }: Site): ObservedTicket | undefined {
  const ticketId = textOf(item['id']);
  const createdAt = instantOf(item['Created']);
  if (!/^\d+$/.test(ticketId) || createdAt === undefined) return undefined;
  const users = (Array.isArray(item['Requestor']) ? item['Requestor'] : []).filter(isItem);
  const people = users.map((user) => personOf(user, asker)).filter((person) => person !== undefined);
  const requesters = people.filter(
    ({ userId, email }) => userId !== agent?.userId && !(email && email === agent?.email),
  );
  const status = statusOf(textOf(item['Status']));
  const minutes = Number(textOf(item['TimeWorked']) || Number.NaN);
  return {
    ticketId,
    subject: textOf(item['Subject']) || null,
    createdAt,
    requesters: people.length > 0 ? requesters : [asker],
    hints: hintsOf(item),
    ...given({
      status,
      updatedAt: instantOf(item['LastUpdated']),
      solvedAt: isDone(status) ? instantOf(item['Resolved']) : status && null,
      minutes: minutes >= 0 ? minutes : undefined,
      opener: openerOf(item['Creator'], users, asker),
    }),
  };
}

/** By number and address. A name alone is an address where RT made the user from a mail; else only the asker is known. */
function personOf(user: Item, asker: PersonRef): ObservedPerson | undefined {
  const { EmailAddress: address, RealName: name, Organization: organisation, WorkPhone: phone } = user;
  const userId = /^\d+$/.test(textOf(user['id'])) ? textOf(user['id']) : undefined;
  if (userId === undefined) {
    const called = textOf(user['id']);
    return called.includes('@') ? (called === asker.email ? asker : { email: called }) : undefined;
  }
  return {
    userId,
    ...given({
      email: textOf(address) || (address === undefined ? undefined : null),
      name: textOf(name) || undefined,
      organisation: textOf(organisation) || undefined,
      phones: textOf(phone) ? [textOf(phone)] : undefined,
    }),
  };
}

function openerOf(creator: unknown, users: readonly Item[], asker: PersonRef): PersonRef | undefined {
  if (!isItem(creator) || textOf(creator['id']) === '') return undefined;
  const isRequester = users.some(({ id }) => textOf(id) === textOf(creator['id']));
  const person = personOf(creator, asker);
  if (!person) return isRequester && users.length === 1 ? asker : { userId: textOf(creator['id']) };
  const { userId, email } = person;
  return { ...(userId && { userId }), ...(email && { email }) };
}

function hintsOf(item: Item): Hints {
  const queue = isItem(item['Queue']) ? textOf(item['Queue']['Name']) : '';
  const customFields = (Array.isArray(item['CustomFields']) ? item['CustomFields'] : []).filter(isItem);
  const fields = customFields.flatMap(({ name, values }) => {
    const value = Array.isArray(values) ? values.map(textOf).filter(Boolean).join(', ') : '';
    return textOf(name) && value ? [[textOf(name), value.slice(0, 500)] as const] : [];
  });
  return { ...(queue && { queue }), ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
}
