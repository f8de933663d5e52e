import fc from 'fast-check';
import { expect, it } from 'vitest';

import { advance } from '@/lib/scoring/tally';
import { withOrganisations } from '@/lib/store/organisations';
import { agree } from '@/lib/store/repair';
import { agreementsOf } from '@/lib/store/subjects';
import { rebuilt } from '@/lib/store/tallies';

import { NOW } from './desk';
import { counted, derived, event, happens, lived, rules } from './life';

const lives = fc.array(event, { minLength: 4, maxLength: 14 });

it('whatever happened, every tally is the one made from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (events) => {
      const { db } = await lived(events);
      const tallies = await db.tallies.toArray();
      const subjects = await withOrganisations(db, await db.customers.toCollection().primaryKeys(), rules);
      const withContacts = new Set((await db.contacts.toArray()).map(({ customerId }) => customerId));
      const missing = [...withContacts].filter((id) => !tallies.some(({ subject }) => subject === id));
      expect(missing).toEqual([]);
      const { rulesOf } = await agreementsOf(db, subjects, { rules, now: NOW });
      for (const tally of tallies) {
        expect(subjects).toContain(tally.subject);
        const own = { rules: rulesOf(tally.subject), now: NOW };
        const fresh = (await rebuilt(db, tally.subject, own)).tally;
        const kept = advance(tally, own.rules, NOW).tally;
        expect(agree(kept, fresh) ? kept : fresh).toEqual(kept);
      }
      await db.delete();
    }),
    { numRuns: 60 },
  );
}, 90_000);

it('whatever happened, contacts are what their tickets, the outages and the rules make of them', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (events) => {
      const world = await lived(events);
      const before = await world.db.contacts.toArray();
      await derived(world);
      expect(await world.db.contacts.toArray()).toEqual(before);
      await counted(world, { from: 0 });
      expect(await world.db.contacts.toArray()).toEqual(before);
      await world.db.delete();
    }),
    { numRuns: 40 },
  );
}, 90_000);

const passing = event.filter(({ does }) => does === 'outage' || does === 'rule');

it('an outage taken back, and a rule switched off, leave no trace', async () => {
  await fc.assert(
    fc.asyncProperty(lives, passing, async (events, extra) => {
      const calm = events.filter(({ does }) => does !== 'outage' && does !== 'rule' && does !== 'answer');
      const world = await lived(calm);
      const before = [await world.db.contacts.toArray(), await world.db.tallies.toArray()];
      await happens(world, extra);
      if (extra.does === 'outage') await happens(world, { does: 'over', id: extra.id });
      else await happens(world, { does: 'rule', on: false });
      const after = [await world.db.contacts.toArray(), await world.db.tallies.toArray()];
      expect(agree(after, before)).toBe(true);
      await world.db.delete();
    }),
    { numRuns: 30 },
  );
}, 90_000);
