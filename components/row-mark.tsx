import type { MarkView } from '@/lib/text/view';

import { Drawing } from './drawing';

/** In a list: a silhouette, and a figure for an open alert. Whoever is calm or new has none. */
export const RowMark = ({ mark }: { readonly mark: MarkView }) => (
  <span class="mark" role="img" data-tone={mark.tone} title={mark.title} aria-label={mark.title}>
    <Drawing parts={mark.picture} />
    {mark.figure && <b>{mark.figure}</b>}
  </span>
);
