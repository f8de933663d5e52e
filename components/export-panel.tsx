import { t } from '@/lib/text/words';

import { PageIcon } from './page-icon';
import { useWords } from './page-words';

export type ExportFile = 'json' | 'customers' | 'contacts';

interface Props {
  /** A file is being written. */
  readonly busy: boolean;
  /** What happened last, as a sentence. */
  readonly said: string | undefined;
  readonly onExport: (file: ExportFile) => void;
}

/** The whole record as one file, and tables for a spreadsheet. */
export function ExportPanel({ busy, said, onExport }: Props) {
  const words = useWords();
  return (
    <section class="panel">
      <h2>{t(words, 'record.export')}</h2>
      <p>{t(words, 'record.export.lead')}</p>
      <div class="tools">
        <button type="button" class="btn full" disabled={busy} onClick={() => onExport('json')}>
          <PageIcon name="export" />
          {t(words, 'record.export.json')}
        </button>
      </div>
      <p class="cap">{t(words, 'record.export.secret')}</p>
      <h3 class="pagelabel">{t(words, 'record.export.csv')}</h3>
      <div class="tools">
        {(['customers', 'contacts'] as const).map((file) => (
          <button key={file} type="button" class="btn" disabled={busy} onClick={() => onExport(file)}>
            {t(words, `record.export.${file}`)}
          </button>
        ))}
      </div>
      <p class="cap">{t(words, 'record.export.csv.note')}</p>
      <p class="done" role="status">
        {busy ? t(words, 'record.export.working') : said}
      </p>
    </section>
  );
}
