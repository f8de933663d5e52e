import { useId, useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** About the setting, or about what is chosen. */
  readonly note?: string | undefined;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  /** Saves what was chosen; answers what is wrong with it, in words. */
  readonly onSave: (value: string) => Promise<string | undefined>;
}

/** One setting out of many; saved as it is chosen. */
export function ChoiceField({ label, note, value, choices, onSave }: Props) {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  return (
    <div class="setting">
      <div>
        <label for={id}>{label}</label>
        <p class="cap" id={`${id}-note`}>
          {note}
        </p>
        <p class="wrong" role="alert">
          {wrong}
        </p>
      </div>
      <div class="value">
        <select
          id={id}
          aria-describedby={`${id}-note`}
          value={value}
          onChange={async ({ currentTarget }) => setWrong(await onSave(currentTarget.value))}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.word}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
