import { DAY } from '@/lib/scoring/contact';
import type { Standing } from '@/lib/scoring/standing';
import { NoclaimsDatabase } from '@/lib/store/database';
import type { AlertRow, CustomerRow, SourceRow } from '@/lib/store/rows';

import { ladder, standing } from '../text/given';

export const SOURCE: SourceRow = {
  id: 's1',
  adapterId: 'rt',
  origin: 'https://desk.example',
  basePath: '/rt',
  name: 'Request Tracker, desk.example/rt',
  mapping: [],
  createdAt: 0,
};

const customerOf = (id: string, name: string): CustomerRow => ({
  id,
  name,
  names: [name],
  email: `${id}@customer.example`,
  terms: [...name.toLowerCase().split(' '), `${id}@customer.example`],
  createdAt: 0,
  completeThrough: {},
});

const alertOf = (subject: string, breachedAt: number): AlertRow => ({
  id: `month/${subject}/${breachedAt}`,
  ruleId: 'month',
  subject,
  breachedAt,
  load: 6,
  max: 5,
  state: 'open',
  open: 1,
});

/** Nora is over a limit, Idris is due for thanks, Olga fell two days ago, Tom is calm. */
export async function seededRecord(now = Date.now()): Promise<NoclaimsDatabase> {
  const db = new NoclaimsDatabase();
  await Promise.all(db.tables.map((table) => table.clear()));
  const people = { nora: 'Nora Fairweather', idris: 'Idris Achterberg', olga: 'Olga Mill', tom: 'Tom Wieliczko' };
  await db.customers.bulkPut(Object.entries(people).map(([id, name]) => customerOf(id, name)));
  const standings: Partial<Standing>[] = [
    {
      customerId: 'nora',
      level: 'expensive',
      flags: ['over-limit'],
      limits: [{ ruleId: 'month', window: { days: 30 }, load: 6, max: 5, breachedAt: now - DAY }],
      reasons: [{ kind: 'over-limit', load: 6, max: 5, window: { days: 30 } }],
    },
    {
      customerId: 'idris',
      loved: true,
      suggestion: 'thank',
      rank: 1,
      reasons: [{ kind: 'quiet', since: now - 5 * 366 * DAY, years: 5 }],
    },
    {
      customerId: 'olga',
      suggestion: 'fell',
      rank: 1,
      ladder: ladder({ rung: 4, fell: { at: now - 2 * DAY, from: 5, to: 4, cause: 'unknown_crash' } }),
      reasons: [{ kind: 'fell', from: 50, to: 40, at: now - 2 * DAY }],
    },
    { customerId: 'tom', reasons: [{ kind: 'as-expected', contacts: 3, months: 12 }] },
  ];
  await db.standings.bulkPut(standings.map((change) => standing(change)));
  await db.alerts.put(alertOf('nora', now - DAY));
  await db.sources.put(SOURCE);
  return db;
}
