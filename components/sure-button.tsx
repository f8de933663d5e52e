import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly word: string;
  readonly label: string;
  /** What goes with it. */
  readonly asks: string;
  readonly yes: string;
  readonly no: string;
  readonly onSure: () => void;
}

/** A button that asks once more before it does what cannot be undone. The focus goes to *no*, and back. */
export function SureButton({ word, label, asks, yes, no, onSure }: Props) {
  const [asking, ask] = useState<boolean>();
  const begin = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking !== undefined) (asking ? leave : begin).current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class="act" ref={begin} aria-label={label} onClick={() => ask(true)}>
        {word}
      </button>
    );
  }
  return (
    <div
      class="asks"
      role="group"
      aria-label={label}
      onKeyDown={({ key }) => {
        if (key === 'Escape') ask(false);
      }}
    >
      <p>{asks}</p>
      <button type="button" class="btn danger" onClick={onSure}>
        {yes}
      </button>
      <button type="button" class="btn" ref={leave} onClick={() => ask(false)}>
        {no}
      </button>
    </div>
  );
}
