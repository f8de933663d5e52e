import type { ComponentChildren } from 'preact';

import type { LineView } from '@/lib/text/popup-lines';

import { SuggestionLine } from './suggestion-line';

interface Props {
  readonly title: string;
  /** A count, or a button that shows the rest. */
  readonly beside?: ComponentChildren;
  readonly lines: readonly LineView[];
  /** Said when there is no line. */
  readonly none: string;
  readonly onStep: (line: LineView) => void;
}

/** Other alerts, or whom to be kind to. */
export const LineBlock = ({ title, beside, lines, none, onStep }: Props) => (
  <section class="blk">
    <div class="pagelabel">
      <h2>{title}</h2>
      <span>{beside}</span>
    </div>
    {lines.length === 0 && <p class="small dim">{none}</p>}
    <ul>
      {lines.map((line) => (
        <SuggestionLine key={`${line.customerId} ${line.text}`} line={line} onStep={onStep} />
      ))}
    </ul>
  </section>
);
