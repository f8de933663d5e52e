import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ObservedTicket } from '@/lib/observation';
import { retain } from '@/lib/privacy/retention';
import { assessCustomers } from '@/lib/store/assess';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { setCause } from '@/lib/store/decide';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import {
  at,
  DAY,
  daysAgo,
  emptyRecord,
  everything,
  NOW,
  onlyCustomer,
  record,
  rules,
  settings,
  source,
  ticket,
} from '../store/desk';

const MONTHS = 25;
const CUTOFF = Date.parse('2024-10-25T12:00:00Z');

/** As the nightly run does it. */
async function retainAll(db: NoclaimsDatabase, limit = 5000): Promise<void> {
  for (;;) {
    const { done, holders } = await retain(db, { now: NOW, months: MONTHS, rules }, limit);
    const changes = new Map(holders.map((id) => [id, { added: [], rebuild: true }]));
    await db.transaction('rw', [...FOLD_TABLES], async () => foldContacts(db, changes, at));
    if (done) return;
  }
}

async function ladderOf(db: NoclaimsDatabase) {
  const { id } = await onlyCustomer(db);
  const [standing] = await assessCustomers(db, [id], { now: NOW, rules, settings, occasion: 'correction' });
  return { rung: standing?.ladder.rung, since: standing?.ladder.since, firstAt: standing?.firstAt };
}

const sixYears = (every: number): ObservedTicket[] =>
  Array.from({ length: Math.floor((6 * 365) / every) }, (_, index) => {
    const createdAt = daysAgo(6 * 365 - index * every);
    return ticket(`${index}`, { createdAt, updatedAt: createdAt + DAY, subject: `Matter ${index}` });
  });

/** What a reading may note without bringing anything back: that it happened. */
const rows = async (db: NoclaimsDatabase) => {
  const { tickets, contacts, ladderPast, identities, alerts, decisions, tallies } = await everything(db);
  return { tickets, contacts, ladderPast, identities, alerts, decisions, tallies };
};

describe('retention', () => {
  it.each([
    { when: 'a millisecond older than 25 months', at: CUTOFF - 1, kept: 0 },
    { when: 'exactly 25 calendar months old', at: CUTOFF, kept: 1 },
  ])('of a contact $when keeps $kept', async ({ at: createdAt, kept }) => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { createdAt, updatedAt: createdAt })]);
    await retainAll(db);
    expect(await db.contacts.count()).toBe(kept);
    expect(await db.tickets.count()).toBe(kept);
    expect(await db.ladderPast.count()).toBe(1 - kept);
  });

  it('of six years keeps dates and causes, and the same history read again brings nothing back', async () => {
    const db = await emptyRecord();
    const history = sixYears(40);
    await record(db, history, { complete: { userId: '5' } });
    const customer = await onlyCustomer(db);
    const old = `${source.id}/12/open`;
    const said = { click: crypto.randomUUID(), customerId: customer.id, now: NOW - 900 * DAY };
    await setCause(db, said, { contactId: old, cause: 'unknown_crash' }, at);
    const before = await ladderOf(db);

    await retainAll(db, 7);

    expect(await ladderOf(db)).toEqual(before);
    expect(await db.ladderPast.get(old)).toEqual({
      id: old,
      holder: customer.id,
      at: history[12]?.createdAt,
      cause: 'unknown_crash',
      causeBy: 'person',
      kind: 'message',
      counted: true,
    });
    expect(await db.contacts.where('at').below(CUTOFF).count()).toBe(0);
    expect(await db.decisions.count()).toBe(0);
    expect((await db.contacts.count()) + (await db.ladderPast.count())).toBe(history.length);
    expect(await db.tickets.count()).toBe(await db.contacts.count());

    const kept = await rows(db);
    await record(db, history, { complete: { userId: '5' } });
    expect(await rows(db)).toEqual(kept);
    expect(await ladderOf(db)).toEqual(before);
  });

  it('never moves anybody on the ladder, wherever a slice ends', async () => {
    const causes = fc.constantFrom('pending', 'user_error', 'product_fault', 'unknown_crash', 'request' as const);
    const moments = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 * 365 * 24 }), causes), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(moments, fc.integer({ min: 1, max: 30 }), async (hours, limit) => {
        const db = await emptyRecord();
        const tickets = hours.map(([ago], index) => {
          const createdAt = NOW - ago * 3_600_000;
          return ticket(`${index}`, { createdAt, updatedAt: createdAt });
        });
        await record(db, tickets);
        const { id: customerId } = await onlyCustomer(db);
        for (const [index, [, cause]] of hours.entries()) {
          if (cause === 'pending') continue;
          const said = { click: crypto.randomUUID(), customerId, now: NOW };
          await setCause(db, said, { contactId: `${source.id}/${index}/open`, cause }, at);
        }
        const before = await ladderOf(db);
        await retainAll(db, limit);
        expect(await ladderOf(db)).toEqual(before);
        await db.delete();
      }),
      { numRuns: 25 },
    );
  });

  it('keeps a ticket that somebody still works on, or that has a contact since', async () => {
    const db = await emptyRecord();
    const createdAt = CUTOFF - DAY;
    const reopened = { entry: 'txn-9', at: NOW - DAY, what: 'reopened' as const, solvedAt: NOW - 60 * DAY };
    const tickets = [
      ticket('1', { createdAt, status: 'open' }),
      ticket('2', { createdAt, entries: [reopened] }),
      ticket('3', { createdAt }),
    ];
    await record(db, tickets);
    await retainAll(db);
    expect(await db.tickets.toCollection().primaryKeys()).toEqual(['aaaaaaaa/1', 'aaaaaaaa/2']);
    expect(await db.contacts.toCollection().primaryKeys()).toEqual(['aaaaaaaa/2/txn-9']);
  });

  it('lets a folded ticket in again for what is new of it', async () => {
    const db = await emptyRecord();
    const old = ticket('1', { createdAt: CUTOFF - DAY });
    await record(db, [old]);
    await retainAll(db);
    const reopened = { entry: 'txn-9', at: NOW - DAY, what: 'reopened' as const, solvedAt: CUTOFF };
    await record(db, [{ ...old, updatedAt: NOW - DAY, entries: [reopened] }]);
    expect(await db.contacts.toCollection().primaryKeys()).toEqual(['aaaaaaaa/1/txn-9']);
  });
});
