import type { MarkView } from '@/lib/text/view';

import { StandingIcon } from './standing-icon';

/** In a list: a silhouette, and a figure for an open alert. Whoever is calm or new has none. */
export const RowMark = ({ mark }: { readonly mark: MarkView }) => (
  <span class="mark" role="img" data-tone={mark.tone} title={mark.title} aria-label={mark.title}>
    <StandingIcon name={mark.icon} />
    {mark.figure && <b>{mark.figure}</b>}
  </span>
);
