import type { FoundCustomer } from '@/components/found-list';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { wordsOf } from '@/lib/store/identity';
import { organisationIn, subjectOfOrganisation } from '@/lib/store/subjects';
import { t } from '@/lib/text/words';

import { words } from '@/entrypoints/background/language';

import { foundCustomers } from './find-customers';
import { nameOf } from './names';

const MOST = 4;

/** Customers and organisations whose name has words that begin with what was typed; an organisation's id is its subject. */
export async function foundHolders(db: NoclaimsDatabase, typed: string): Promise<FoundCustomer[] | undefined> {
  const customers = await foundCustomers(db, typed);
  const wanted = wordsOf(typed);
  if (!customers || wanted.length === 0) return customers;
  const organisations = await db.organisations
    .filter(({ name }) => {
      const own = wordsOf(name);
      return wanted.every((word) => own.some((one) => one.startsWith(word)));
    })
    .limit(MOST)
    .toArray();
  const found = organisations.map(({ id, name }): FoundCustomer => {
    const beside = t(words, 'contracts.organisation');
    return { customerId: subjectOfOrganisation(id), name, beside, icon: 'conference', tone: 'new' };
  });
  return [...customers, ...found];
}

/** What a holder is called; undefined when nobody of that id is on record. */
export async function holderName(db: NoclaimsDatabase, holder: string): Promise<string | undefined> {
  const organisationId = organisationIn(holder);
  if (organisationId !== undefined) return (await db.organisations.get(organisationId))?.name;
  const customer = await db.customers.get(holder);
  return customer && nameOf(customer);
}
