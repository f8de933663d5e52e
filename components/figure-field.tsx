import { useEffect, useState } from 'preact/hooks';

import { numberOf } from '@/lib/text/pages-numbers';

interface Props {
  readonly label: string;
  readonly value: number;
  /** NaN when what was written is no number. */
  readonly onSave: (value: number) => void;
}

/** A number under its label, handed on when the field is left. */
export function FigureField({ label, value, onSave }: Props) {
  const [written, write] = useState(String(value));
  useEffect(() => write(String(value)), [value]);
  return (
    <label>
      {label}
      <input
        class="number"
        inputMode="decimal"
        autocomplete="off"
        value={written}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onChange={({ currentTarget }) => onSave(numberOf(currentTarget.value))}
      />
    </label>
  );
}
