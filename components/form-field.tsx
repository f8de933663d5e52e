import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Base {
  readonly label: string;
  readonly note?: string;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

interface FieldProps extends Base {
  readonly type?: 'text' | 'date' | 'datetime-local';
  /** A figure: digits are offered, and it stands at the end of its field. */
  readonly figure?: boolean;
  readonly unit?: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

/** A field of a form that is sent as a whole, with its note and its fault beneath. */
export function FormField({ type = 'text', figure, unit, wide, ...base }: FieldProps) {
  const id = useId();
  const field = {
    id,
    value: base.value,
    autocomplete: 'off',
    'aria-invalid': base.fault !== undefined,
    'aria-describedby': describedBy(id, base),
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => base.onValue(currentTarget.value),
  } as const;
  return (
    <Framed {...base} id={id} wide={wide}>
      {type !== 'text' ? (
        <input {...field} type={type} />
      ) : figure ? (
        <input {...field} class="number" inputMode="decimal" />
      ) : (
        <input {...field} />
      )}
      {unit && <span class="unit">{unit}</span>}
    </Framed>
  );
}

interface ChoiceProps extends Base {
  readonly choices: readonly { readonly value: string; readonly word: string }[];
}

/** One out of many, in a form that is sent as a whole. */
export function FormChoice({ choices, ...base }: ChoiceProps) {
  const id = useId();
  return (
    <Framed {...base} id={id}>
      <select
        id={id}
        value={base.value}
        aria-invalid={base.fault !== undefined}
        aria-describedby={describedBy(id, base)}
        onChange={({ currentTarget }) => base.onValue(currentTarget.value)}
      >
        {choices.map(({ value, word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </Framed>
  );
}

const describedBy = (id: string, { note, fault }: Base): string | undefined =>
  [...(note ? [`${id}-note`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ') || undefined;

interface FrameProps extends Pick<Base, 'label' | 'note' | 'fault'> {
  readonly id: string;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

const Framed = ({ id, label, note, fault, wide, children }: FrameProps) => (
  <div class="field" data-wide={wide}>
    <label for={id}>{label}</label>
    <div class="entry">{children}</div>
    {note && (
      <p class="cap" id={`${id}-note`}>
        {note}
      </p>
    )}
    {fault && (
      <p class="wrong" id={`${id}-fault`}>
        {fault}
      </p>
    )}
  </div>
);
