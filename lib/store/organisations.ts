import type { TallyRules } from '@/lib/scoring/tally';

import { contactsOfCustomer, ladderPastOf } from './ask';
import { changesOf, type ContactChanges } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import { existing } from './many';
import type { ContactRow, CustomerRow, LadderPastRow } from './rows';
import { countedOrganisations, countsOrganisations, organisationIn, subjectOfOrganisation } from './subjects';

/** Customers of an organisation whose contacts are its own: not those who object. */
export const membersOf = (db: NoclaimsDatabase, organisationId: string): Promise<CustomerRow[]> =>
  db.customers
    .where({ organisationId })
    .filter(({ objection }) => !objection)
    .toArray();

/** All that is on record of a subject's contacts: of a customer, or of everybody in an organisation. */
export async function historyOf(
  db: NoclaimsDatabase,
  subject: string,
): Promise<{ contacts: ContactRow[]; past: LadderPastRow[] }> {
  const organisationId = organisationIn(subject);
  const ids = organisationId === undefined ? [subject] : (await membersOf(db, organisationId)).map(({ id }) => id);
  const [contacts, past] = await Promise.all([
    Promise.all(ids.map((id) => contactsOfCustomer(db, id))),
    Promise.all(ids.map((id) => ladderPastOf(db, id))),
  ]);
  return { contacts: contacts.flat(), past: past.flat() };
}

interface Changing {
  readonly rules: TallyRules;
  readonly objectors: ReadonlySet<string>;
  /** Somebody joined or left them. */
  readonly organisations?: ReadonlySet<string>;
  readonly saving?: PromiseLike<unknown>;
}

/** What the changes of customers mean for their organisations, as far as these are counted. */
export async function organisationChanges(
  db: NoclaimsDatabase,
  changes: ReadonlyMap<string, ContactChanges>,
  { rules, objectors, organisations = new Set(), saving }: Changing,
): Promise<Map<string, ContactChanges>> {
  const all = new Map<string, ContactChanges>();
  if (!(await countsOrganisations(db, rules))) return all;
  await saving;
  const customers = await existing(db.customers, changes.keys());
  const ids = new Set([...organisations, ...customers.flatMap(({ organisationId }) => organisationId ?? [])]);
  const counted = new Set(await countedOrganisations(db, [...ids], rules));
  for (const id of organisations) if (counted.has(id)) changesOf(all, subjectOfOrganisation(id)).rebuild = true;
  for (const { id, organisationId } of customers) {
    const change = changes.get(id);
    if (!change || organisationId === undefined || !counted.has(organisationId)) continue;
    const own = changesOf(all, subjectOfOrganisation(organisationId));
    own.rebuild ||= change.rebuild;
    if (!objectors.has(id)) own.added.push(...change.added);
  }
  return all;
}

/** These customers, and their organisations as far as these are counted. */
export async function withOrganisations(
  db: NoclaimsDatabase,
  customerIds: Iterable<string>,
  rules: TallyRules,
): Promise<string[]> {
  const ids = [...customerIds];
  if (!(await countsOrganisations(db, rules))) return ids;
  const customers = await existing(db.customers, ids);
  const companies = new Set(customers.flatMap(({ organisationId }) => organisationId ?? []));
  return [...ids, ...(await countedOrganisations(db, [...companies], rules)).map(subjectOfOrganisation)];
}
