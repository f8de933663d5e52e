import { useState } from 'preact/hooks';

import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useLive } from '@/entrypoints/pages/use-live';
import type { NoclaimsDatabase } from '@/lib/store/database';
import type { JobRow } from '@/lib/store/rows';
import { type ImportView, importView } from '@/lib/text/options-import';
import { t } from '@/lib/text/words';

/** How the last import stands, and how to begin one: the file is staged whole, so that it goes on without this page. */
export function useImport(db: NoclaimsDatabase): {
  state: ImportView | undefined;
  take: (file: File) => Promise<void>;
} {
  const [checking, setChecking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const job = useLive(() => lastImport(db), [db]);
  const take = async (file: File): Promise<void> => {
    setRefused(undefined);
    setChecking(true);
    const fileId = crypto.randomUUID();
    await db.files.put({ id: fileId, blob: file, name: file.name });
    const outcome = await askWorker('import', { fileId });
    setChecking(false);
    if (!outcome.ok) setRefused(outcome.why);
  };
  const state: ImportView | undefined = checking
    ? { busy: true, failed: false, text: t(words, 'record.import.checking') }
    : refused !== undefined
      ? { busy: false, failed: true, text: t(words, 'record.import.failed', { why: refused }) }
      : job
        ? importView(job, words)
        : undefined;
  return { state, take };
}

/** Jobs are few, so they are read all. */
async function lastImport(db: NoclaimsDatabase): Promise<JobRow | undefined> {
  const imports = (await db.jobs.toArray()).filter(({ kind }) => kind === 'import');
  return imports.toSorted((a, b) => b.startedAt - a.startedAt)[0];
}
