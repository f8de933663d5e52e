import type { NoclaimsDatabase } from './database';
import { searchTerms } from './identity';
import type { CustomerRow } from './rows';

/**
 * Moves everything of `loser` to `survivor` and returns the joined row (not yet written). Contacts keep the identity they
 * came by, so that a later split knows what leaves. Runs inside the caller's transaction; tallies are the caller's to rebuild.
 */
export async function mergeCustomers(db: NoclaimsDatabase, survivor: CustomerRow, loser: CustomerRow): Promise<CustomerRow> {
  const { id } = survivor;
  const customerId = loser.id;
  await Promise.all([
    db.identities.where({ customerId }).modify({ customerId: id }),
    db.contacts.where('[customerId+at]').between([customerId], [customerId, []]).modify({ customerId: id }),
    db.tickets.where({ customerId }).modify((row) => Object.assign(row, { customerId: id }, row.openOf && { openOf: id })),
    db.decisions.where('[customerId+at]').between([customerId], [customerId, []]).modify({ customerId: id }),
    db.ladderPast.where('[holder+at]').between([customerId], [customerId, []]).modify({ holder: id }),
    db.alerts.where('[subject+breachedAt]').between([customerId], [customerId, []]).delete(),
    db.tallies.delete(customerId),
    db.standings.delete(customerId),
    db.customers.delete(customerId),
  ]);
  const name = survivor.name ?? loser.name;
  const email = survivor.email ?? loser.email;
  const organisationId = survivor.organisationId ?? loser.organisationId;
  return {
    ...survivor,
    names: [...new Set([...survivor.names, ...loser.names])].slice(-5),
    terms: searchTerms(name, email),
    completeThrough: { ...loser.completeThrough, ...survivor.completeThrough },
    ...(name && { name }),
    ...(email && { email }),
    ...(organisationId && { organisationId }),
    ...(loser.exempt && { exempt: true as const }),
    ...(loser.objection && { objection: true as const }),
  };
}
