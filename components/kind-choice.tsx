import type { Kind } from '@/lib/scoring/contact';
import { KINDS_SHOWN } from '@/lib/text/choices';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Props {
  readonly label: string;
  /** Undefined: all of them. */
  readonly kinds: readonly Kind[] | undefined;
  readonly onSave: (kinds: readonly Kind[] | undefined) => void;
}

/** Which kinds of contact are meant. All ticked is the same as none named; the last tick cannot be taken away. */
export function KindChoice({ label, kinds, onSave }: Props) {
  const words = useWords();
  const ticked = new Set(kinds ?? KINDS_SHOWN);
  const toggle = (kind: Kind, on: boolean): void => {
    const next = KINDS_SHOWN.filter((one) => (one === kind ? on : ticked.has(one)));
    onSave(next.length === KINDS_SHOWN.length ? undefined : next);
  };
  return (
    <fieldset class="kinds">
      <legend>{label}</legend>
      {KINDS_SHOWN.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={ticked.has(kind)}
            disabled={ticked.size === 1 && ticked.has(kind)}
            onChange={({ currentTarget }) => toggle(kind, currentTarget.checked)}
          />
          {t(words, `kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
