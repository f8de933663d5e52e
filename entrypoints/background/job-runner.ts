import { importSlice } from './importing';
import { armJobs, unfinished, type Slice } from './jobs';
import { moment, note } from './moment';
import { levelsSlice } from './levelling';
import { nightlySlice } from './nightly';
import { recountSlice } from './outages';
import { rebuildSlice } from './rebuilding';

/** In the order in which they run: each works on what those before it leave. */
const SLICES: Readonly<Record<string, Slice>> = {
  import: importSlice,
  recount: recountSlice,
  rebuild: rebuildSlice,
  levels: levelsSlice,
  nightly: nightlySlice,
};
const ORDER = Object.keys(SLICES);

/** Runs every unfinished job to its end, those that came meanwhile too; each under a lock, so that it has one runner. */
export async function resumeJobs(): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const at = await moment();
    const waiting = (await unfinished(at)).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const next = waiting.find(({ id, startedAt }) => !tried.has(`${id}/${startedAt}`));
    if (!next) return armJobs(at);
    tried.add(`${next.id}/${next.startedAt}`);
    await navigator.locks.request(`job:${next.id}`, { ifAvailable: true }, async (lock) => {
      if (lock) await runToEnd(next.id, next.kind);
    });
  }
}

async function runToEnd(id: string, kind: string): Promise<void> {
  const slice = SLICES[kind];
  for (;;) {
    const at = await moment();
    const job = await at.db.jobs.get(id);
    if (!job || !slice || (job.state !== 'waiting' && job.state !== 'running')) return;
    try {
      const next = await slice(at, { ...job, state: 'running' });
      await at.db.transaction('rw', at.db.jobs, async () => {
        // Gone meanwhile: everything was erased. Begun anew meanwhile: what this slice did is of yesterday.
        if ((await at.db.jobs.get(id))?.startedAt === job.startedAt) await at.db.jobs.put(next);
      });
    } catch (error) {
      await note(`job ${kind}`, error);
      await at.db.jobs.update(id, { state: 'failed', why: error instanceof Error ? error.message : String(error) });
      return;
    }
  }
}
