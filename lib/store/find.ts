import type { NoclaimsDatabase } from './database';
import { wordsOf } from './identity';
import type { CustomerRow } from './rows';

/** So many are looked at: a letter that fits everybody must not read everybody. */
const MOST_LOOKED_AT = 2000;

/**
 * Customers of whom every word is the beginning of some word of name or address, by name. The longest word is looked up,
 * since it fits the fewest; the others are held against what it found.
 */
export async function findCustomers(db: NoclaimsDatabase, text: string, limit = 20): Promise<CustomerRow[]> {
  const address = text.trim().toLowerCase();
  const [longest, ...others] = (address.includes('@') ? [address] : wordsOf(text)).toSorted(
    (a, b) => b.length - a.length,
  );
  if (longest === undefined) return [];
  const rows = await db.customers.where('terms').startsWith(longest).distinct().limit(MOST_LOOKED_AT).toArray();
  return rows
    .filter(({ terms }) => others.every((word) => terms.some((term) => term.startsWith(word))))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)) || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

const nameOf = ({ name, email, id }: CustomerRow): string => name ?? email ?? id;
