import type { TallyRules } from '@/lib/scoring/tally';
import { allAgain } from '@/lib/store/contact-changes';
import { NoclaimsDatabase } from '@/lib/store/database';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';
import type { ErasedCounts } from '@/lib/text/done';

import { rowsAbout, suppressionsOf } from './suppression-list';
import { TRACES, type Forgotten, type TableName, type Trace } from './traces';

const WALKED: readonly (readonly [string, Trace])[] = Object.entries(TRACES).flatMap(([name, trace]) =>
  typeof trace === 'function' ? [[name, trace] as const] : [],
);

/**
 * Takes a customer out of every table at once, durable when it returns, and leaves a hash of every identity, so that no page,
 * history or import brings back what was before `now`.
 */
export async function eraseCustomer(db: NoclaimsDatabase, customerId: string, now: number): Promise<ErasedCounts> {
  for (;;) {
    const identities = await identitiesOf(db, customerId);
    const objects = (await db.customers.get(customerId))?.objection === true;
    const rows = await suppressionsOf(db, telling(identities), `before:${now}`, now);
    if (objects) rows.push(...(await suppressionsOf(db, telling(identities), 'scoring', now)));
    const counts = await strictly(db, [...WALKED.map(([name]) => name), 'suppressions'], async (strict) => {
      const customer = await strict.customers.get(customerId);
      if (!customer) return { contacts: 0, tickets: 0, names: 0 };
      const current = await identitiesOf(strict, customerId);
      if (current.join() !== identities.join()) return undefined;
      const gone = await walk(strict, { customer, identities });
      await strict.suppressions.bulkPut(rows);
      const names = new Set([...customer.names, ...(customer.name ? [customer.name] : [])]).size;
      return { contacts: gone('contacts'), tickets: gone('tickets'), names, ...(objects && { objection: true }) };
    });
    if (counts) return counts;
  }
}

async function walk(db: NoclaimsDatabase, forgotten: Forgotten): Promise<(name: TableName) => number> {
  const gone = new Map<string, number>();
  for (const [name, trace] of WALKED) gone.set(name, await trace(db, forgotten));
  return (name) => gone.get(name) ?? 0;
}

/** Empties every table: record, settings, list of the erased. What is left is as on the first day. */
export async function eraseEverything(db: NoclaimsDatabase): Promise<ErasedCounts> {
  const names = db.tables.map(({ name }) => name);
  return strictly(db, names, async (strict) => {
    const counts = {
      contacts: await strict.contacts.count(),
      tickets: await strict.tickets.count(),
      names: await strict.customers.count(),
    };
    for (const table of strict.tables) await table.clear();
    return counts;
  });
}

export interface Instant {
  readonly now: number;
  readonly rules: TallyRules;
}

/**
 * An objection deletes everything computed and is remembered as a hash, so that it holds even when the customer is erased and
 * comes again. Taken back, everything is computed anew from the contacts.
 */
export async function objectToScoring(
  db: NoclaimsDatabase,
  customerId: string,
  on: boolean,
  { now, rules }: Instant,
): Promise<void> {
  const identities = await identitiesOf(db, customerId);
  const made = on ? await suppressionsOf(db, telling(identities), 'scoring', now) : [];
  const about = on ? [] : (await rowsAbout(db, identities)).filter(({ row }) => row.scope === 'scoring');
  const { customers, suppressions, standings } = db;
  await db.transaction('rw', [...FOLD_TABLES, suppressions, standings], async () => {
    await suppressions.bulkPut(made);
    await suppressions.bulkDelete(about.map(({ row }) => row.id));
    await customers.where({ id: customerId }).modify((customer) => {
      if (on) customer.objection = true;
      else delete customer.objection;
    });
    await standings.delete(customerId);
    await foldContacts(db, allAgain([customerId]), { now, rules });
  });
}

const identitiesOf = (db: NoclaimsDatabase, customerId: string): Promise<string[]> =>
  db.identities.where({ customerId }).primaryKeys();

/** A number may be a switchboard's: it is remembered only of those of whom nothing else is known, or colleagues would vanish. */
function telling(identities: readonly string[]): readonly string[] {
  const own = identities.filter((key) => !key.startsWith('phone:'));
  return own.length > 0 ? own : identities;
}

/** One transaction of a connection of its own whose commits wait until they lie on the disk; others need not pay for that. */
async function strictly<Result>(
  db: NoclaimsDatabase,
  tables: readonly string[],
  work: (strict: NoclaimsDatabase) => Promise<Result>,
): Promise<Result> {
  const strict = new NoclaimsDatabase(db.name, 'strict');
  try {
    return await strict.transaction('rw', [...tables], async () => work(strict));
  } finally {
    strict.close();
  }
}
