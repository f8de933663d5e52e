import type { ImportView } from '@/lib/text/options-import';
import { t } from '@/lib/text/words';

import { FileButton } from './file-button';
import { useWords } from './page-words';

interface Props {
  /** How the import stands; undefined when there was none. */
  readonly state: ImportView | undefined;
  readonly onFile: (file: File) => void;
}

/** Takes a file, and says row by row what became of it. */
export function ImportPanel({ state, onFile }: Props) {
  const words = useWords();
  return (
    <section class="panel">
      <h2>{t(words, 'record.import')}</h2>
      <p>{t(words, 'record.import.lead')}</p>
      <FileButton accept=".json,application/json" busy={state?.busy === true} onFile={onFile}>
        {t(words, 'record.import.choose')}
      </FileButton>
      <p class={state?.failed ? 'wrong' : 'done'} role="status">
        {state?.text}
      </p>
      {state?.refused && (
        <div class="refused">
          <p>{state.refused.title}</p>
          <ul>
            {state.refused.rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
