import type { ComponentChildren } from 'preact';

interface Props {
  /** As the browser's file dialog wants it: `.csv,text/csv`. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** Asks for one file; the same one may be chosen again. */
export function FileButton({ accept, busy, onFile, children }: Props) {
  const chosen = (input: HTMLInputElement): void => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
    input.value = '';
  };
  return (
    <label class="btn filebutton" data-busy={busy}>
      {children}
      <input type="file" accept={accept} disabled={busy} onChange={({ currentTarget }) => chosen(currentTarget)} />
    </label>
  );
}
