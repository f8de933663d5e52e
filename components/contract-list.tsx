import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { ContractView } from '@/lib/text/contract-view';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';
import { SureButton } from './sure-button';

interface Props {
  /** Whose they are. */
  readonly name: string;
  readonly contracts: readonly ContractView[];
  /** What happened last, as a sentence. */
  readonly said: string | undefined;
  /** The form, while one is open. */
  readonly children?: ComponentChildren;
  readonly onAdd: () => void;
  readonly onChange: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** All contracts of one holder. The name has the focus at first, and after what was done is said. */
export function ContractList({ name, contracts, said, children, onAdd, onChange, onRemove }: Props) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = Boolean(children);
  useEffect(() => {
    if (!open) heading.current?.focus();
  }, [name, open, said]);
  return (
    <section class="panel" aria-label={t(words, 'contracts.of', { name })}>
      <h2 tabIndex={-1} ref={heading}>
        <span dir="auto">{name}</span>
      </h2>
      <p class="done" role="status">
        {said}
      </p>
      {contracts.length === 0 && !open && <p>{t(words, 'contracts.none')}</p>}
      {contracts.map((contract) => (
        <article class="agreed" key={contract.id}>
          <div class="agreed-head">
            <h3>{contract.title}</h3>
            <button
              type="button"
              class="act"
              aria-label={t(words, 'contracts.change.label', { contract: contract.title })}
              onClick={() => onChange(contract.id)}
            >
              {t(words, 'contracts.change')}
            </button>
            <SureButton
              word={t(words, 'contracts.remove')}
              label={t(words, 'contracts.remove.label', { contract: contract.title })}
              asks={t(words, 'contracts.remove.sure')}
              yes={t(words, 'contracts.remove.do')}
              no={t(words, 'contracts.keep')}
              onSure={() => onRemove(contract.id)}
            />
          </div>
          <ul>
            {contract.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </article>
      ))}
      {children ?? (
        <button type="button" class="btn" onClick={onAdd}>
          {t(words, 'contracts.add')}
        </button>
      )}
    </section>
  );
}
