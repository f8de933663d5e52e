import type { NoclaimsDatabase } from '@/lib/store/database';
import { identityKeys } from '@/lib/store/identity';
import type { OrganisationRow } from '@/lib/store/rows';

import type { HolderName } from './contracts-read';

/** Who was found by a name: the holder as a contract names it, and what they are called. */
export type FoundHolder = { readonly holder: string; readonly name: string } | { readonly why: 'nobody' | 'several' };

/** Finds a customer by address or id, an organisation by name, domain or id. Organisations are read once. */
export function holderFinder(db: NoclaimsDatabase): (wanted: HolderName) => Promise<FoundHolder> {
  let organisations: Promise<ReadonlyMap<string, readonly OrganisationRow[]>> | undefined;
  return async ({ by, name }) => {
    if (by === 'customer') return findCustomer(db, name);
    organisations ??= byName(db);
    return findOrganisation(await organisations, name);
  };
}

async function findCustomer(db: NoclaimsDatabase, name: string): Promise<FoundHolder> {
  const [key = ''] = identityKeys({ email: name }, '');
  const identity = await db.identities.get(key);
  const customer = await db.customers.get(identity?.customerId ?? name);
  return customer ? { holder: customer.id, name: customer.name ?? customer.email ?? customer.id } : { why: 'nobody' };
}

/** By name and by id, in small letters. */
async function byName(db: NoclaimsDatabase): Promise<ReadonlyMap<string, readonly OrganisationRow[]>> {
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

function findOrganisation(known: ReadonlyMap<string, readonly OrganisationRow[]>, name: string): FoundHolder {
  const wanted = name.toLowerCase();
  const [first, second] = known.get(wanted) ?? known.get(`domain:${wanted}`) ?? [];
  if (!first) return { why: 'nobody' };
  return second ? { why: 'several' } : { holder: `org:${first.id}`, name: first.name };
}
