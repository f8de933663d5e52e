interface Props {
  readonly on: boolean;
  readonly word: string;
  readonly note?: string;
  readonly onChange: (on: boolean) => void;
}

/** On or off, at once. */
export const Switch = ({ on, word, note, onChange }: Props) => (
  <label class="switch">
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      checked={on}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    <span>
      {word}
      {note && <small>{note}</small>}
    </span>
  </label>
);
