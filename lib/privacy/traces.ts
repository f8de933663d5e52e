import type { DERIVED, KeptTable, LOCAL, NoclaimsDatabase } from '@/lib/store/database';
import type { CustomerRow, TicketRow } from '@/lib/store/rows';
import { subjectOfOrganisation } from '@/lib/store/subjects';

import { eachPage } from './pages';

/** Whoever is to be forgotten, by everything the record knows them by. */
export interface Forgotten {
  readonly customer: CustomerRow;
  /** Identity keys. */
  readonly identities: readonly string[];
}

export type TableName = KeptTable | (typeof DERIVED)[number] | (typeof LOCAL)[number];

/** Removes what a table holds of somebody, and says how many rows went. */
export type Trace = (db: NoclaimsDatabase, forgotten: Forgotten) => PromiseLike<number>;

/**
 * For every table of the database: how a customer is taken out of it, or why nobody is in it. A new table does not compile
 * without an answer.
 */
export const TRACES: Readonly<Record<TableName, Trace | { readonly nobody: string }>> = {
  sources: { nobody: 'a helpdesk, not a person' },
  identities: (db, { customer }) => db.identities.where({ customerId: customer.id }).delete(),
  customers: (db, { customer }) => db.customers.where({ id: customer.id }).delete(),
  organisations: eraseOrganisation,
  tickets: eraseTickets,
  contacts: (db, { customer: { id } }) => db.contacts.where('[customerId+at]').between([id], [id, []]).delete(),
  decisions: eraseDecisions,
  ladderPast: (db, { customer: { id } }) => db.ladderPast.where('[holder+at]').between([id], [id, []]).delete(),
  contracts: eraseContracts,
  outages: { nobody: 'when we were down' },
  suppressions: { nobody: 'hashes only, and they are what keeps the erased away' },
  alerts: eraseAlerts,
  coverage: { nobody: 'days on which a helpdesk was read' },
  settings: { nobody: "the agent's own choices" },
  tallies: (db, { customer }) => db.tallies.where('subject').anyOf(subjectsOf(customer)).delete(),
  standings: (db, { customer }) => db.standings.where('customerId').anyOf(subjectsOf(customer)).delete(),
  weeks: { nobody: 'sums over everybody' },
  fits: { nobody: 'sums over everybody' },
  secrets: { nobody: 'keys' },
  jobs: { nobody: 'how far a work has come' },
  files: { nobody: 'a staged import: each of its rows is held against the suppressions when its turn comes' },
  quarantine: (db, forgotten) =>
    db.quarantine.filter(({ text, sourceId }) => names(text, forgotten, sourceId)).delete(),
  sent: (db, { customer, identities }) =>
    db.sent
      .filter(({ customerId, requester }) => customerId === customer.id || identities.includes(requester))
      .delete(),
  health: { nobody: 'which facts a page gave' },
  log: (db, forgotten) => db.log.filter(({ what, detail }) => names(`${what} ${detail ?? ''}`, forgotten)).delete(),
};

/** What was computed of their company rests on them, too: of those who are left it is made again. */
const subjectsOf = ({ id, organisationId }: CustomerRow): string[] => [
  id,
  ...(organisationId ? [subjectOfOrganisation(organisationId)] : []),
];

async function eraseAlerts(db: NoclaimsDatabase, { customer }: Forgotten): Promise<number> {
  const gone = subjectsOf(customer).map((subject) =>
    db.alerts.where('[subject+breachedAt]').between([subject], [subject, []]).delete(),
  );
  return (await Promise.all(gone)).reduce((sum, count) => sum + count, 0);
}

/** The company of one known person is that person. */
async function eraseOrganisation(db: NoclaimsDatabase, { customer }: Forgotten): Promise<number> {
  const { organisationId } = customer;
  if (!organisationId || (await hasColleagues(db, customer))) return 0;
  return db.organisations.where({ id: organisationId }).delete();
}

async function hasColleagues(db: NoclaimsDatabase, { id, organisationId = '' }: CustomerRow): Promise<boolean> {
  const others = db.customers.where({ organisationId }).filter((other) => other.id !== id);
  return (await others.count()) > 0;
}

/** What was agreed with them; that of a company stays with those who are left of it. */
async function eraseContracts(db: NoclaimsDatabase, { customer }: Forgotten): Promise<number> {
  const { id, organisationId } = customer;
  const isLast = organisationId && !(await hasColleagues(db, customer));
  const holders = [id, ...(isLast ? [subjectOfOrganisation(organisationId)] : [])];
  return db.contracts.where('holder').anyOf(holders).delete();
}

/** Their own tickets go; those of others stay, and only forget that this person was among the requesters. */
async function eraseTickets(db: NoclaimsDatabase, { customer, identities }: Forgotten): Promise<number> {
  const own = await db.tickets.where({ customerId: customer.id }).delete();
  const gone = new Set(identities);
  await eachPage<TicketRow>(db, 'tickets', async (rows) => {
    const shared = rows.filter(({ requesters = [], opener }) =>
      [...requesters, opener ?? ''].some((key) => gone.has(key)),
    );
    if (shared.length > 0) await db.tickets.bulkPut(shared.map((row) => without(row, gone)));
  });
  return own;
}

function without(row: TicketRow, gone: ReadonlySet<string>): TicketRow {
  const requesters = row.requesters?.filter((key) => !gone.has(key));
  return { ...row, ...(requesters && { requesters }), ...(row.opener && gone.has(row.opener) && { opener: null }) };
}

async function eraseDecisions(db: NoclaimsDatabase, { customer: { id } }: Forgotten): Promise<number> {
  const about = await db.decisions.where({ subject: `customer:${id}` }).delete();
  return about + (await db.decisions.where('[customerId+at]').between([id], [id, []]).delete());
}

/** Whether a text of no fixed shape speaks of somebody; rather one time too often. */
function names(text: string, { customer, identities }: Forgotten, sourceId?: string): boolean {
  const lower = text.toLowerCase();
  const marks = identities.flatMap((key) => {
    const [kind = '', ...rest] = key.split(':');
    if (kind !== 'user') return [rest.join(':')];
    const [source, userId] = rest;
    return source === sourceId ? [JSON.stringify({ userId }).slice(1, -1)] : [key];
  });
  const { id, email = '', name = '' } = customer;
  return [id, email, name, ...customer.names, ...marks].some(
    (mark) => mark.length > 2 && lower.includes(mark.toLowerCase()),
  );
}
