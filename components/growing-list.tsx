import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from './icon-button';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly add: { readonly word: string; readonly row: () => Row };
  /** What a row is called, by its number from 1. */
  readonly nameOf: (number: number) => string;
  readonly removeOf: (number: number) => string;
  readonly onChange: (rows: readonly Row[]) => void;
  /** The fields of a row. */
  readonly children: (row: Row, index: number, change: (row: Row) => void) => ComponentChildren;
}

/** Rows of fields that one adds and removes. A new row has the focus; after a removal, the button that adds. */
export function GrowingList<Row>({ rows, add, nameOf, removeOf, onChange, children }: Props<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const [keys, setKeys] = useState(() => rows.map((_, index) => index));
  const [moved, setMoved] = useState<{ readonly what: 'added' | 'removed' }>();
  useEffect(() => {
    const added = list.current?.lastElementChild?.querySelector<HTMLElement>('input, select');
    if (moved) (moved.what === 'added' ? added : adder.current)?.focus();
  }, [moved]);
  const grow = (): void => {
    setKeys([...keys, Math.max(-1, ...keys) + 1]);
    setMoved({ what: 'added' });
    onChange([...rows, add.row()]);
  };
  const shrink = (index: number): void => {
    setKeys(keys.toSpliced(index, 1));
    setMoved({ what: 'removed' });
    onChange(rows.toSpliced(index, 1));
  };
  return (
    <>
      <div ref={list} hidden={rows.length === 0}>
        {rows.map((row, index) => (
          <div class="row" role="group" key={keys[index]} aria-label={nameOf(index + 1)}>
            {children(row, index, (changed) => onChange(rows.with(index, changed)))}
            <IconButton icon="close" word={removeOf(index + 1)} onClick={() => shrink(index)} />
          </div>
        ))}
      </div>
      <button type="button" class="btn bare" ref={adder} onClick={grow}>
        {add.word}
      </button>
    </>
  );
}
