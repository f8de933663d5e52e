import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { ObservedTicket } from '@/lib/observation';
import { advance } from '@/lib/scoring/tally';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { rebuilt } from '@/lib/store/tallies';
import { at, daysAgo, emptyRecord, everything, record } from './desk';

/** What is so of each ticket in each of its versions; readings see some of it. */
const people: readonly { userId: string; email?: string; name: string }[] = [
  { userId: '1', email: 'ada@acme.test', name: 'Ada Byron' },
  { userId: '2', email: 'bob@bolt.test', name: 'Bob Boole' },
  { userId: '3', name: 'Cy' },
];

interface Glance {
  readonly ticketId: number;
  readonly version: number;
  readonly sees: {
    readonly who: 'all' | 'id' | 'nobody';
    readonly minutes: boolean;
    readonly status: boolean;
    readonly entries: boolean;
  };
}

const glance: fc.Arbitrary<Glance> = fc.record({
  ticketId: fc.integer({ min: 1, max: 6 }),
  version: fc.integer({ min: 0, max: 3 }),
  sees: fc.record({
    who: fc.constantFrom('all', 'id', 'nobody'),
    minutes: fc.boolean(),
    status: fc.boolean(),
    entries: fc.boolean(),
  }),
});

function seen({ ticketId, version, sees }: Glance): ObservedTicket {
  const person = people[ticketId % people.length] ?? { userId: '9', name: 'Dee' };
  const day = 300 - ticketId * 40;
  return {
    ticketId: String(ticketId),
    createdAt: daysAgo(day),
    updatedAt: daysAgo(day - version),
    subject: `Matter ${ticketId}`,
    ...(sees.who !== 'nobody' && { requesters: [sees.who === 'all' ? person : { userId: person.userId }] }),
    ...(sees.who !== 'nobody' && { opener: { userId: person.userId } }),
    ...(sees.minutes && { minutes: version * 10 }),
    ...(sees.status && { status: (['new', 'spam', 'open', 'solved'] as const)[version] ?? 'open' }),
    ...(sees.entries && {
      entries: [{ entry: 'txn-1', at: daysAgo(day - 20), what: 'reopened', solvedAt: daysAgo(day) } as const].slice(
        version % 2,
      ),
    }),
  };
}

/** Customers by their identities, since the first identity names them; and which of two keys stood on a ticket. */
async function told(db: NoclaimsDatabase) {
  const identities = await db.identities.toArray();
  const nameOf = (customerId = '') =>
    identities
      .filter((row) => row.customerId === customerId)
      .map(({ key }) => key)
      .toSorted()
      .join(' ');
  const whose = <Row extends { readonly customerId?: string }>({ customerId, ...row }: Row) => ({
    ...row,
    of: nameOf(customerId),
  });
  return {
    customers: (await db.customers.toArray())
      .map(({ id, ...row }) => ({ ...row, of: nameOf(id) }))
      .toSorted((a, b) => (a.of < b.of ? -1 : 1)),
    tickets: (await db.tickets.toArray()).map(whose).map(({ requesters, opener, openOf, ...row }) => ({
      ...row,
      asked: requesters?.length,
      isOpenerKnown: opener !== undefined,
      open: openOf !== undefined,
    })),
    contacts: (await db.contacts.toArray())
      .map(whose)
      .map(({ identity, ...row }) => ({ ...row, isIdentified: identity !== '' })),
    tallies: (await db.tallies.toArray())
      .map((row) => advance(row, at.rules, at.now).tally)
      .map(({ subject, recent, ...row }) => ({ ...row, recent: recent.map(whose), of: nameOf(subject) }))
      .toSorted((a, b) => (a.of < b.of ? -1 : 1)),
  };
}

async function readAll(batches: readonly (readonly Glance[])[]) {
  const db = await emptyRecord();
  for (const batch of batches) await record(db, batch.map(seen));
  return db;
}

it('neither order nor repetition nor batches of readings matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(glance, { minLength: 1, maxLength: 12 }).chain((glances) =>
        fc.record({
          glances: fc.constant(glances),
          shuffled: fc.shuffledSubarray([...glances, ...glances], { minLength: glances.length * 2 }),
          cut: fc.integer({ min: 1, max: 5 }),
        }),
      ),
      async ({ glances, shuffled, cut }) => {
        const once = await readAll([glances]);
        const pieces = Array.from({ length: Math.ceil(shuffled.length / cut) }, (_, index) =>
          shuffled.slice(index * cut, (index + 1) * cut),
        );
        const otherwise = await readAll(pieces);
        expect(await told(otherwise)).toEqual(await told(once));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

it('tallies kept by difference are those made from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(glance, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (batches) => {
        const db = await readAll(batches);
        for (const tally of await db.tallies.toArray()) {
          expect(advance(tally, at.rules, at.now).tally).toEqual((await rebuilt(db, tally.subject, at)).tally);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

it('a second reading changes not one row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(glance, { minLength: 1, maxLength: 10 }), async (glances) => {
      const db = await readAll([glances]);
      const before = await everything(db);
      await record(db, glances.map(seen));
      expect(await everything(db)).toEqual(before);
    }),
    { numRuns: 40 },
  );
}, 60_000);
