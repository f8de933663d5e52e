import { useEffect, useId, useState } from 'preact/hooks';

import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Props {
  readonly label: string;
  readonly note?: string;
  /** As written in the field; empty for none. */
  readonly value: string;
  readonly unit?: string;
  readonly text?: boolean;
  /** The default as written, when the value is not it. */
  readonly initial?: string | undefined;
  /** Saves what was written; answers what is wrong with it, in words. */
  readonly onSave: (value: string) => string | undefined | Promise<string | undefined>;
}

/** One setting: saved when the field is left or Enter is pressed. What is wrong stands beneath it, and nothing is saved. */
export function SettingField({ label, note, value, unit, text, initial, onSave }: Props) {
  const words = useWords();
  const id = useId();
  const [written, write] = useState(value);
  const [wrong, setWrong] = useState<string>();
  const [saved, setSaved] = useState(false);
  useEffect(() => write(value), [value]);
  const save = async (next: string): Promise<void> => {
    write(next);
    const why = next === value ? undefined : await onSave(next);
    setWrong(why);
    setSaved(next !== value && why === undefined);
  };
  return (
    <div class="setting">
      <div>
        <label for={id}>{label}</label>
        {note && (
          <p class="cap" id={`${id}-note`}>
            {note}
          </p>
        )}
        <p class="wrong" role="alert" id={`${id}-wrong`}>
          {wrong}
        </p>
        <p class="cap" role="status">
          {saved && t(words, 'options.saved')}
        </p>
      </div>
      <div class="value">
        <input
          id={id}
          class={text ? 'word' : 'number'}
          inputMode={text ? 'text' : 'decimal'}
          autocomplete="off"
          value={written}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note ${id}-wrong`}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onChange={({ currentTarget }) => save(currentTarget.value.trim())}
        />
        {unit && <span class="unit">{unit}</span>}
        {initial !== undefined && (
          <button
            type="button"
            class="act"
            aria-label={t(words, 'options.reset.label', { setting: label, value: initial })}
            onClick={() => save(initial)}
          >
            {t(words, 'options.reset')}
          </button>
        )}
      </div>
    </div>
  );
}
