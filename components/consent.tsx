import { t } from '@/lib/text/words';

import { Icon } from './icon';
import { useWords } from './page-words';

interface Props {
  /** Of the kinds of data that are named. */
  readonly version: number;
  readonly onAgree: () => void;
  readonly onNotNow: () => void;
}

const FACTS = ['read', 'stays', 'use', 'undo'] as const;

/** Four facts and two buttons of the same width. Nothing is read before the first of them is pressed. */
export function Consent({ version, onAgree, onNotNow }: Props) {
  const words = useWords();
  return (
    <section class="consent">
      <h1>{t(words, 'welcome.title')}</h1>
      <p class="small dim">{t(words, 'welcome.lead')}</p>
      <ul class="promise">
        {FACTS.map((fact) => (
          <li key={fact}>
            <Icon name="check" />
            <span>
              <b>{t(words, `welcome.${fact}`)}</b> {t(words, `welcome.${fact}.text`)}
            </span>
          </li>
        ))}
      </ul>
      <div class="cap">
        {t(words, 'welcome.company')}{' '}
        <details>
          <summary>{t(words, 'welcome.company.open')}</summary>
          <p class="tellbox">{t(words, 'welcome.company.text')}</p>
        </details>
      </div>
      <button type="button" class="btn full wide" onClick={onAgree}>
        {t(words, 'welcome.agree')}
      </button>
      <button type="button" class="btn bare wide" onClick={onNotNow}>
        {t(words, 'welcome.not-now')}
      </button>
      <p class="cap">{t(words, 'welcome.version', { version })}</p>
    </section>
  );
}
