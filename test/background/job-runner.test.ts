import 'fake-indexeddb/auto';

import { beforeEach, expect, it, vi } from 'vitest';

import { resumeJobs } from '@/entrypoints/background/job-runner';
import { startJob, type Slice } from '@/entrypoints/background/jobs';
import type { Moment } from '@/entrypoints/background/moment';
import { NoclaimsDatabase } from '@/lib/store/database';

const db = new NoclaimsDatabase();
let now = 0;
const moment = async (): Promise<Moment> => ({ db, now: (now += 1) }) as Moment;
const slice = vi.hoisted(() => vi.fn<Slice>());

vi.mock('webextension-polyfill', () => ({
  default: { alarms: { get: async () => undefined, create: async () => undefined, clear: async () => undefined } },
}));
vi.mock('@/entrypoints/background/moment', () => ({ moment: () => moment(), note: async () => undefined }));
vi.mock('@/entrypoints/background/importing', () => ({ importSlice: slice }));
vi.mock('@/entrypoints/background/outages', () => ({ recountSlice: slice }));
vi.mock('@/entrypoints/background/rebuilding', () => ({ rebuildSlice: slice }));
vi.mock('@/entrypoints/background/levelling', () => ({ levelsSlice: slice }));
vi.mock('@/entrypoints/background/nightly', () => ({ nightlySlice: slice }));

beforeEach(async () => {
  await db.jobs.clear();
  slice.mockReset();
});

it('a job that is begun anew during a slice is done again from its beginning', async () => {
  const begun: (string | undefined)[] = [];
  slice.mockImplementation(async (_, job) => {
    begun.push(job.cursor);
    if (begun.length === 1) await startJob(await moment(), 'rebuild', { id: 'rebuild', cursor: 'anew' });
    return begun.length < 3 ? { ...job, cursor: `behind ${job.cursor}` } : { ...job, state: 'done' };
  });
  await startJob(await moment(), 'rebuild', { id: 'rebuild', cursor: 'first' });
  await resumeJobs();
  expect(begun).toEqual(['first', 'anew', 'behind anew']);
  expect(await db.jobs.get('rebuild')).toMatchObject({ state: 'done' });
});

it('a job that is gone is not brought back by its last slice', async () => {
  slice.mockImplementation(async (_, job) => {
    await db.jobs.clear();
    return { ...job, cursor: 'on' };
  });
  await startJob(await moment(), 'rebuild');
  await resumeJobs();
  expect([slice.mock.calls.length, await db.jobs.count()]).toEqual([1, 0]);
});
