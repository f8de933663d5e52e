import type { OutageView } from '@/lib/text/outage-draft';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';
import { SureButton } from './sure-button';

interface Props {
  readonly outages: readonly (OutageView & { readonly takes: string })[];
  readonly onChange: (outage: OutageView) => void;
  readonly onRemove: (outage: OutageView) => void;
}

/** Every outage that is declared, with what it takes out. */
export function OutageList({ outages, onChange, onRemove }: Props) {
  const words = useWords();
  if (outages.length === 0) return <p class="dim">{t(words, 'outages.none')}</p>;
  return (
    <div class="panel">
      {outages.map((outage) => (
        <article class="agreed" key={outage.id}>
          <div class="agreed-head">
            <h3 dir="auto">{outage.name}</h3>
            <button
              type="button"
              class="act"
              aria-label={t(words, 'outages.change.label', { outage: outage.name })}
              onClick={() => onChange(outage)}
            >
              {t(words, 'outages.change')}
            </button>
            <SureButton
              word={t(words, 'outages.remove')}
              label={t(words, 'outages.remove.label', { outage: outage.name })}
              asks={t(words, 'outages.remove.sure')}
              yes={t(words, 'outages.remove.do')}
              no={t(words, 'outages.keep')}
              onSure={() => onRemove(outage)}
            />
          </div>
          <p>{outage.when}</p>
          <p>{outage.where}</p>
          <p>{outage.takes}</p>
        </article>
      ))}
    </div>
  );
}
