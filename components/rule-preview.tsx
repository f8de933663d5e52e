import { t } from '@/lib/text/words';

import { useWords } from './page-words';

/** Of which tickets a rule speaks, in words. */
export interface SpeaksView {
  readonly said: string;
  readonly rows: readonly string[];
}

/** What a rule would have proposed, whether it is on or off. */
export function RulePreview({ view }: { readonly view: SpeaksView }) {
  const words = useWords();
  return (
    <section class="tellbox" aria-label={t(words, 'rule.preview')}>
      <p class="pagelabel">{t(words, 'rule.preview')}</p>
      <p role="status">{view.said}</p>
      {view.rows.length > 0 && (
        <ul>
          {view.rows.map((row) => (
            <li key={row} dir="auto">
              {row}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
