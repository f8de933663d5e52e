import type { BadgeView } from '@/lib/text/view';

import { Drawing } from './drawing';

interface FaceProps {
  readonly view: BadgeView;
  /** Without it only the word is shown. */
  readonly figures?: boolean;
}

/** The printed label: level on its tint, then figures on paper. */
export const BadgeFace = ({ view, figures }: FaceProps) => (
  <span class="badge" data-tone={view.tone} data-alert={view.alert} data-quiet={view.quiet}>
    <span class="lead">
      <Drawing parts={view.picture} />
      <b>{view.word}</b>
    </span>
    {figures && view.figures.map((figure) => <span class="num">{figure}</span>)}
  </span>
);

interface Props {
  readonly view: BadgeView;
  /** The card is open. */
  readonly open?: boolean;
  readonly onOpen: (event: Event) => void;
}

/** Beside the requester's name. It shows a standing and decides nothing. */
export const StandingBadge = ({ view, open, onOpen }: Props) => (
  <span role="status">
    <button type="button" aria-haspopup="dialog" aria-expanded={open === true} aria-label={view.label} onClick={onOpen}>
      <BadgeFace view={view} figures />
    </button>
  </span>
);
