import type { NoclaimsDatabase } from '@/lib/store/database';
import { identityKeys } from '@/lib/store/identity';
import type { CustomerRow, OrganisationRow } from '@/lib/store/rows';
import { subjectOfOrganisation } from '@/lib/store/subjects';

import type { HolderName } from './contracts-read';

/** Who was found by a name: the holder as a contract names it, and what they are called. */
export type FoundHolder = { readonly holder: string; readonly name: string } | { readonly why: 'nobody' | 'several' };

/** Finds customers by address or id, organisations by name, domain or id; in the order in which they are asked for. */
export async function findHolders(db: NoclaimsDatabase, wanted: readonly HolderName[]): Promise<FoundHolder[]> {
  const customers = await customersNamed(
    db,
    wanted.flatMap(({ by, name }) => (by === 'customer' ? [name] : [])),
  );
  const organisations = wanted.some(({ by }) => by === 'organisation') ? await organisationsByName(db) : new Map();
  return wanted.map(({ by, name }) => {
    if (by === 'organisation') return organisationIn(organisations, name);
    const customer = customers.get(name);
    return customer ? { holder: customer.id, name: customer.name ?? customer.email ?? customer.id } : { why: 'nobody' };
  });
}

async function customersNamed(db: NoclaimsDatabase, names: readonly string[]): Promise<Map<string, CustomerRow>> {
  const unique = [...new Set(names)];
  const identities = await db.identities.bulkGet(unique.map((name) => identityKeys({ email: name }, '')[0] ?? ''));
  const rows = await db.customers.bulkGet(unique.map((name, index) => identities[index]?.customerId ?? name));
  return new Map(unique.flatMap((name, index) => (rows[index] ? [[name, rows[index]] as const] : [])));
}

type ByName = ReadonlyMap<string, readonly OrganisationRow[]>;

/** By name and by id, in small letters. */
async function organisationsByName(db: NoclaimsDatabase): Promise<ByName> {
  const found = new Map<string, OrganisationRow[]>();
  await db.organisations.each((row) => {
    for (const name of new Set([row.name.toLowerCase(), row.id.toLowerCase()])) {
      const others = found.get(name);
      if (others) others.push(row);
      else found.set(name, [row]);
    }
  });
  return found;
}

function organisationIn(known: ByName, name: string): FoundHolder {
  const wanted = name.toLowerCase();
  const [first, second] = known.get(wanted) ?? known.get(`domain:${wanted}`) ?? [];
  if (!first) return { why: 'nobody' };
  return second ? { why: 'several' } : { holder: subjectOfOrganisation(first.id), name: first.name };
}
