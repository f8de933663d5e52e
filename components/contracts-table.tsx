import { useEffect, useRef } from 'preact/hooks';

import type { ContractsTableView } from '@/lib/text/contracts-table';
import { t } from '@/lib/text/words';

import { FileButton } from './file-button';
import { PageIcon } from './page-icon';
import { useWords } from './page-words';

interface Props {
  /** What was read, until it is taken over or left. */
  readonly view: ContractsTableView | undefined;
  readonly busy: boolean;
  /** What happened last; of a file that could not be read, why. */
  readonly said: { readonly text: string; readonly failed: boolean } | undefined;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** Many contracts from a file: first what was read and what was refused, then a person takes it over. */
export function ContractsTable({ view, busy, said, onFile, onSample, onTake, onLeave }: Props) {
  const words = useWords();
  return (
    <section class="panel">
      <h2>{t(words, 'table.title')}</h2>
      <p>{t(words, 'table.lead')}</p>
      <div class="tools">
        <FileButton accept=".csv,text/csv" busy={busy} onFile={onFile}>
          {t(words, 'table.choose')}
        </FileButton>
        <button type="button" class="btn bare" onClick={onSample}>
          <PageIcon name="export" />
          {t(words, 'table.sample')}
        </button>
      </div>
      <p class={said?.failed ? 'wrong' : 'done'} role="status">
        {said?.text}
      </p>
      {view && <Preview view={view} busy={busy} onTake={onTake} onLeave={onLeave} />}
    </section>
  );
}

interface PreviewProps extends Pick<Props, 'busy' | 'onTake' | 'onLeave'> {
  readonly view: ContractsTableView;
}

function Preview({ view, busy, onTake, onLeave }: PreviewProps) {
  const words = useWords();
  const { said, unused, rows, more, refused } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [view]);
  return (
    <div class="preview">
      <h3 tabIndex={-1} ref={heading}>
        {t(words, 'table.preview')}
      </h3>
      <p>{said}</p>
      {unused && <p class="cap">{unused}</p>}
      {rows.length > 0 && <Rows rows={rows} />}
      {more && <p class="cap">{more}</p>}
      {refused && (
        <div class="refused">
          <p>{refused.title}</p>
          <ul>
            {refused.rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="tools">
        {rows.length > 0 && (
          <button type="button" class="btn full" disabled={busy} onClick={onTake}>
            {t(words, 'table.take')}
          </button>
        )}
        <button type="button" class="btn" disabled={busy} onClick={onLeave}>
          {t(words, 'table.leave')}
        </button>
      </div>
    </div>
  );
}

function Rows({ rows }: Pick<ContractsTableView, 'rows'>) {
  const words = useWords();
  return (
    <table class="rules">
      <thead>
        <tr>
          <th scope="col">{t(words, 'table.holder')}</th>
          <th scope="col">{t(words, 'table.days')}</th>
          <th scope="col">{t(words, 'table.earns')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, days, earns, replaces }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>
              {days}
              {replaces && <small>{replaces}</small>}
            </td>
            <td>{earns}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
