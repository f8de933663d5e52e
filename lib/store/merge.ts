import type { NoclaimsDatabase } from './database';
import type { CustomerRow } from './rows';

const MOST_NAMES = 5;
const MOST_TERMS = 24;

/** Words under which a customer is found; bounded, since they come from a page. */
export const unitedTerms = (a: readonly string[], b: readonly string[]): string[] =>
  b.every((term) => a.includes(term)) ? [...a] : [...new Set([...a, ...b])].slice(0, MOST_TERMS).toSorted();

export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Moves everything of one customer to another. Contacts keep the identity they came by, so that a later split knows what
 * leaves. Runs inside the caller's transaction; tallies are the caller's to rebuild.
 */
export async function moveRows(db: NoclaimsDatabase, { from: customerId, to: id }: Move): Promise<void> {
  const all = [[customerId], [customerId, []]] as const;
  await Promise.all([
    db.identities.where({ customerId }).modify({ customerId: id }),
    db.contacts
      .where('[customerId+at]')
      .between(...all)
      .modify({ customerId: id }),
    db.tickets
      .where({ customerId })
      .modify((row) => void Object.assign(row, { customerId: id }, row.openOf && { openOf: id })),
    db.decisions
      .where('[customerId+at]')
      .between(...all)
      .modify((row) => {
        row.customerId = id;
        if (row.subject === `customer:${customerId}`) row.subject = `customer:${id}`;
      }),
    db.ladderPast
      .where('[holder+at]')
      .between(...all)
      .modify({ holder: id }),
    db.contracts.where('holder').equals(customerId).modify({ holder: id }),
    db.sent.filter((row) => row.customerId === customerId).modify({ customerId: id }),
    db.alerts
      .where('[subject+breachedAt]')
      .between(...all)
      .delete(),
    db.tallies.delete(customerId),
    db.standings.delete(customerId),
    db.customers.delete(customerId),
  ]);
}

/** What is known of two who turned out to be one. */
export function joinedCustomer(survivor: CustomerRow, loser: CustomerRow): CustomerRow {
  const name = survivor.name ?? loser.name;
  const email = survivor.email ?? loser.email;
  const organisationId = ownFirst(survivor.organisationId, loser.organisationId);
  return {
    ...survivor,
    names: [...new Set([...survivor.names, ...loser.names])].slice(0, MOST_NAMES),
    terms: unitedTerms(survivor.terms, loser.terms),
    completeThrough: earlier(survivor.completeThrough, loser.completeThrough),
    ...(name && { name }),
    ...(email && { email }),
    ...(organisationId && { organisationId }),
    ...(loser.exempt && { exempt: true as const }),
    ...(loser.objection && { objection: true as const }),
    ...(loser.sharedMailbox && { sharedMailbox: true as const }),
  };
}

/** The helpdesk's own organisation says more than the domain of an address. */
const ownFirst = (a: string | undefined, b: string | undefined): string | undefined =>
  a && !(a.startsWith('domain:') && b && !b.startsWith('domain:')) ? a : b;

/** Read to the end by both: only as far as the one that was read less far. */
function earlier(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const through: Record<string, number> = { ...b, ...a };
  for (const [sourceId, at] of Object.entries(b)) through[sourceId] = Math.min(at, through[sourceId] ?? at);
  return through;
}
