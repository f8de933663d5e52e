import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Held {
  readonly id: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly when: string;
}

interface Props {
  readonly contracts: readonly Held[];
  /** So many more are on record. */
  readonly more: number;
  readonly onShow: (holder: Held['holder']) => void;
}

/** Who has a contract, and since when. */
export function AllContracts({ contracts, more, onShow }: Props) {
  const words = useWords();
  return (
    <section class="panel">
      <h2>{t(words, 'contracts.all')}</h2>
      {contracts.length === 0 && <p>{t(words, 'contracts.all.none')}</p>}
      <ul class="held" hidden={contracts.length === 0}>
        {contracts.map(({ id, holder, when }) => (
          <li key={id}>
            <b dir="auto">{holder.name}</b>
            <span>{when}</span>
            <button
              type="button"
              class="act"
              aria-label={t(words, 'contracts.show.label', { name: holder.name })}
              onClick={() => onShow(holder)}
            >
              {t(words, 'contracts.show')}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="cap">{t(words, 'contracts.all.more', { count: more })}</p>}
    </section>
  );
}
