import type { LineView } from '@/lib/text/popup-lines';

import { Icon } from './icon';

interface Props {
  readonly line: LineView;
  readonly onStep: (line: LineView) => void;
}

/** One customer with the reason why they are here, and the next step. */
export const SuggestionLine = ({ line, onStep }: Props) => (
  <li class="line" data-tone={line.tone}>
    <Icon name={line.icon} />
    <p>
      <b dir="auto">{line.name}</b>
      <br />
      {line.text}
    </p>
    <button type="button" class="act" aria-label={line.step.label} onClick={() => onStep(line)}>
      {line.step.word}
    </button>
  </li>
);
