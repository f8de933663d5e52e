import { useState } from 'preact/hooks';

import { ContractsTable } from '@/components/contracts-table';
import { words } from '@/entrypoints/background/language';
import { ladderNames } from '@/entrypoints/pages/ladders';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { type ContractsPreview, contractsTable } from '@/lib/text/contracts-table';
import { t } from '@/lib/text/words';

import { offer } from './exporting';
import { keepContracts } from './saving-contracts';

const MOST_BYTES = 20_000_000;

interface Props {
  readonly db: NoclaimsDatabase;
  /** Where a line names none. */
  readonly currency: string;
}

/** Contracts from a table: read, shown, and only then written. */
export function ContractsFile({ db, currency }: Props) {
  const [preview, setPreview] = useState<ContractsPreview>();
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<{ readonly text: string; readonly failed: boolean }>();
  const doing = async (word: string, work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    say({ text: word, failed: false });
    try {
      await work();
    } catch (error) {
      console.error('contracts', error);
      say({ text: t(words, 'popup.wrong', { why: String(error) }), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const read = async (file: File): Promise<void> => {
    setPreview(undefined);
    if (file.size > MOST_BYTES) return say({ text: t(words, 'table.wrong.large'), failed: true });
    const { previewContracts } = await import('@/lib/privacy/contracts-preview');
    const found = await previewContracts(await file.text(), {
      db,
      words,
      currency,
      ladders: ladderNames().map(({ id }) => id),
    });
    say(found.ok ? undefined : { text: found.why, failed: true });
    if (found.ok) setPreview(found.preview);
  };
  const take = async (): Promise<void> => {
    const kept = await keepContracts(preview?.contracts.map(({ contract }) => contract) ?? []);
    if ('why' in kept) return say({ text: t(words, 'popup.wrong', { why: kept.why }), failed: true });
    setPreview(undefined);
    say({ text: t(words, 'table.taken', { count: kept.taken }), failed: false });
  };
  const leave = (): void => {
    setPreview(undefined);
    say({ text: t(words, 'table.left'), failed: false });
  };
  return (
    <ContractsTable
      view={preview && contractsTable(preview, words)}
      busy={busy}
      said={said}
      onFile={(file) => doing(t(words, 'table.reading'), () => read(file))}
      onSample={async () => {
        const { contractsSample } = await import('@/lib/privacy/contracts-sample');
        offer(new Blob([contractsSample()], { type: 'text/csv;charset=utf-8' }), 'noclaims-contracts.csv');
      }}
      onTake={() => doing(t(words, 'table.taking'), take)}
      onLeave={leave}
    />
  );
}
