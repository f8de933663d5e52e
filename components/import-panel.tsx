import type { ImportView } from '@/lib/text/options-import';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Props {
  /** How the import stands; undefined when there was none. */
  readonly state: ImportView | undefined;
  readonly onFile: (file: File) => void;
}

/** Takes a file, and says row by row what became of it. */
export function ImportPanel({ state, onFile }: Props) {
  const words = useWords();
  const chosen = (input: HTMLInputElement): void => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
    input.value = '';
  };
  return (
    <section class="panel">
      <h2>{t(words, 'record.import')}</h2>
      <p>{t(words, 'record.import.lead')}</p>
      <label class="btn filebutton" data-busy={state?.busy}>
        {t(words, 'record.import.choose')}
        <input
          type="file"
          accept=".json,application/json"
          disabled={state?.busy === true}
          onChange={({ currentTarget }) => chosen(currentTarget)}
        />
      </label>
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
