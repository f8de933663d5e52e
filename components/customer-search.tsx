import { useEffect, useId, useState } from 'preact/hooks';

import { t } from '@/lib/text/words';

import { type FoundCustomer, FoundList } from './found-list';
import { useWords } from './page-words';

interface Props {
  /** Label of the field, and its placeholder. */
  readonly label: string;
  readonly text: string;
  /** Undefined while nothing is looked for. */
  readonly found: readonly FoundCustomer[] | undefined;
  /** The list opens above the field. */
  readonly up?: boolean;
  readonly onText: (text: string) => void;
  readonly onChoose: (customer: FoundCustomer) => void;
}

/** A field that finds as one types: arrows go through the list, Enter chooses, Escape empties. */
export function CustomerSearch({ label, text, found, up, onText, onChoose }: Props) {
  const words = useWords();
  const id = useId();
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [text]);
  const count = found?.length ?? 0;
  const onKey = (event: KeyboardEvent): void => {
    const chosen = found?.[at];
    if (event.key === 'Escape' && text) onText('');
    else if (event.key === 'ArrowDown' && count > 0) setAt((at + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setAt((at + count - 1) % count);
    else if (event.key === 'Enter' && chosen) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div class="search" data-up={up}>
      <input
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={label}
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
        placeholder={label}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={onKey}
      />
      <p class="heard" role="status">
        {found && count > 0 && t(words, 'popup.find.found', { count })}
      </p>
      <FoundList id={id} label={label} found={found ?? []} at={at} onChoose={onChoose} />
      {found && count === 0 && (
        <p class="results none small" role="status">
          {t(words, 'popup.find.none')}
        </p>
      )}
    </div>
  );
}
