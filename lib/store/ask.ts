import type { PersonRef } from '@/lib/observation';
import { withDefaults, type Settings } from '@/lib/settings/schema';

import type { NoclaimsDatabase } from './database';
import { identityKeys } from './identity';
import type { ContactRow, CustomerRow, LadderPastRow, SourceRow, TicketRow } from './rows';

/** Questions of the worker, each one or two indexed reads. */

export const settingsOf = async (db: NoclaimsDatabase): Promise<Settings> => withDefaults(await db.settings.toArray());

/** The source of a page: by adapter, origin and base path. */
export const sourceAt = async (
  db: NoclaimsDatabase,
  place: { adapterId: string; origin: string; basePath: string },
): Promise<SourceRow | undefined> =>
  (await db.sources.toArray()).find(
    ({ adapterId, origin, basePath }) =>
      adapterId === place.adapterId && origin === place.origin && basePath === place.basePath,
  );

export const ticketOf = (db: NoclaimsDatabase, sourceId: string, ticketId: string): Promise<TicketRow | undefined> =>
  db.tickets.get(`${sourceId}/${ticketId}`);

/** Who is meant by what a page says of a person. */
export async function customerBy(
  db: NoclaimsDatabase,
  ref: PersonRef,
  sourceId: string,
): Promise<CustomerRow | undefined> {
  for (const key of identityKeys(ref, sourceId)) {
    const identity = await db.identities.get(key);
    if (identity) return db.customers.get(identity.customerId);
  }
  return undefined;
}

/** Whom each row of a list is about: by its ticket, else by what the row says of its requester. */
export async function customersOfRows(
  db: NoclaimsDatabase,
  sourceId: string,
  rows: readonly { ticketId: string; requester?: PersonRef }[],
): Promise<(string | undefined)[]> {
  const tickets = await db.tickets.bulkGet(rows.map(({ ticketId }) => `${sourceId}/${ticketId}`));
  const keys = rows.map(({ requester }) => (requester ? identityKeys(requester, sourceId) : []));
  const identities = await db.identities.bulkGet(keys.flat());
  const customerOf = new Map(identities.flatMap((row) => (row ? [[row.key, row.customerId] as const] : [])));
  return rows.map(
    (_, index) => tickets[index]?.customerId ?? keys[index]?.map((key) => customerOf.get(key)).find(Boolean),
  );
}

export const contactsOfCustomer = (db: NoclaimsDatabase, customerId: string): Promise<ContactRow[]> =>
  db.contacts.where('[customerId+at]').between([customerId], [customerId, []]).toArray();

export const ladderPastOf = (db: NoclaimsDatabase, customerId: string): Promise<LadderPastRow[]> =>
  db.ladderPast.where('[holder+at]').between([customerId], [customerId, []]).toArray();
