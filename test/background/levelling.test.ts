import { expect, it, vi } from 'vitest';

import type { JobRow } from '@/lib/store/rows';

import { at as desk, emptyRecord, everything, NOW, record, settings, ticket } from '../store/desk';

vi.mock('webextension-polyfill', () => {
  const nothing = { get: () => Promise.resolve({}), set: () => Promise.resolve() };
  const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() };
  return { default: { i18n: { getUILanguage: () => 'en' }, storage: { local: nothing, session: nothing }, action } };
});

const of = (nr: number) => ({
  requesters: [{ userId: `${nr}`, email: `p${nr}@acme.test`, name: `Person ${nr}` }],
  opener: { userId: `${nr}` },
});

async function desked() {
  const db = await emptyRecord();
  const tickets = Array.from({ length: 12 }, (_, nr) =>
    ticket(`${nr}`, { createdAt: NOW - nr * 86_400_000, ...of(nr % 3) }),
  );
  await record(db, tickets);
  await db.contracts.put({
    id: 'c',
    holder: 'org:domain:acme.test',
    start: '2025-01-01',
    pauses: [],
    currency: 'EUR',
    revenue: [],
  });
  return { ...desk, db, settings, proposals: [] };
}

/** Each slice by a worker that knows only what the one before it wrote. */
async function runThrough(at: Awaited<ReturnType<typeof desked>>, twice: boolean): Promise<JobRow> {
  const { levelsSlice } = await import('@/entrypoints/background/levelling');
  let job: JobRow = { id: 'levels', kind: 'levels', state: 'running', counts: {}, startedAt: NOW };
  for (let slices = 0; job.state !== 'done'; slices += 1) {
    if (slices > 20) throw new RangeError('it never ends');
    const written = JSON.stringify(job);
    // Killed before the job was written, the slice is done again.
    if (twice) await levelsSlice(at, JSON.parse(written) as JobRow);
    job = await levelsSlice(at, JSON.parse(written) as JobRow);
  }
  return job;
}

it('a night that is killed after every slice ends as one that is not', async () => {
  const [calm, killed] = [await desked(), await desked()];
  await runThrough(calm, false);
  await runThrough(killed, true);
  expect(await everything(killed.db)).toEqual(await everything(calm.db));
});

it('fits, levels everybody, and counts the organisations that hold a contract', async () => {
  const at = await desked();
  await runThrough(at, false);
  expect(await at.db.fits.toArray()).toMatchObject([{ at: NOW, customers: 3 }]);
  const standings = await at.db.standings.toArray();
  expect(standings.map(({ unscored }) => unscored ?? 'scored').toSorted()).toEqual([
    'organisation',
    'organisation',
    'organisation',
    'scored',
  ]);
  expect(await at.db.tallies.get('org:domain:acme.test')).toMatchObject({ counted: 12, year: { start: '2025-01-01' } });
  expect(await at.db.weeks.count()).toBeGreaterThan(0);
});

it('a half-life that changed makes every tally anew before anybody is levelled', async () => {
  const at = await desked();
  const { levelsSlice } = await import('@/entrypoints/background/levelling');
  const [tally] = await at.db.tallies.where('subject').notEqual('org:domain:acme.test').toArray();
  const rules = { ...at.rules, halfLifeDays: 60 };
  const job = { id: 'levels', kind: 'levels', state: 'running' as const, counts: {}, startedAt: NOW };
  const cursor = JSON.stringify({ phase: 'levels', after: '', refold: true });
  await levelsSlice({ ...at, rules }, { ...job, cursor });
  const after = await at.db.tallies.get(tally?.subject ?? '');
  expect(after?.evidence?.n).toBeLessThan(tally?.evidence?.n ?? 0);
  expect(after?.rated).toBe(tally?.rated);
});
