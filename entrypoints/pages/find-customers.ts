import type { FoundCustomer } from '@/components/found-list';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { findCustomers } from '@/lib/store/find';
import { toneOf } from '@/lib/text/badge-view';

import { nameOf } from './names';

const MOST = 8;

/** Customers whose name or address has words that begin with what was typed. */
export async function foundCustomers(db: NoclaimsDatabase, typed: string): Promise<FoundCustomer[] | undefined> {
  if (!typed.trim()) return undefined;
  const customers = await findCustomers(db, typed, MOST);
  const standings = await db.standings.bulkGet(customers.map(({ id }) => id));
  return customers.map((customer, index) => {
    const standing = standings[index];
    const tone = standing ? toneOf(standing) : 'new';
    return {
      customerId: customer.id,
      name: nameOf(customer),
      ...(customer.name && customer.email && { beside: customer.email }),
      tone,
      icon: standing?.flags.includes('over-limit') ? 'over' : tone,
    };
  });
}
