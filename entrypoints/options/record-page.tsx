import { useState } from 'preact/hooks';

import { ExportPanel, type ExportFile } from '@/components/export-panel';
import { ImportPanel } from '@/components/import-panel';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { moment } from '@/entrypoints/background/moment';
import { t } from '@/lib/text/words';

import { exportAs } from './exporting';
import type { PageProps } from './page-props';
import { useImport } from './use-import';

/** The record as a file: out, and in again. */
export function RecordPage({ at }: PageProps) {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<string>();
  const { state, take } = useImport(at.db);
  const write = async (file: ExportFile): Promise<void> => {
    setBusy(true);
    try {
      say(t(words, 'record.export.done', { file: await exportAs(await moment(), file) }));
    } catch (error) {
      console.error('export', error);
      say(t(words, 'popup.wrong', { why: error instanceof Error ? error.message : String(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead title={t(words, 'options.nav.record')} />
      <ExportPanel busy={busy} said={said} onExport={write} />
      <ImportPanel state={state} onFile={take} />
    </>
  );
}
