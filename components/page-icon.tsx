import { STANDING_PICTURES } from '@/lib/text/standing-pictures';
import type { Icon as IconName } from '@/lib/text/view';

import { CARD_ICON_PATHS } from './card-icon-paths';
import { PAGE_ICON_PATHS } from './page-icon-paths';
import { Drawing } from './drawing';

export type PageIconName = IconName | keyof typeof PAGE_ICON_PATHS;

const PATHS: Readonly<Record<PageIconName, string>> = {
  ...STANDING_PICTURES,
  ...CARD_ICON_PATHS,
  ...PAGE_ICON_PATHS,
};

/** Every picture there is; for our own pages, where size is no matter. */
export const PageIcon = ({ name }: { readonly name: PageIconName }) => <Drawing parts={PATHS[name]} />;

/** The booklet whose percent sign smiles; `--nc-mark-ink` is the colour of the sign. */
export const Mark = () => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    <path
      fill="currentColor"
      d="M3.25 1h9.5A1.25 1.25 0 0 1 14 2.25v11.5A1.25 1.25 0 0 1 12.75 15h-9.5A1.25 1.25 0 0 1 2 13.75V2.25A1.25 1.25 0 0 1 3.25 1Z"
    />
    <g fill="none" stroke="var(--nc-mark-ink, #fffdf8)" stroke-linecap="round">
      <path stroke-width="1.3" d="M4.5 11.9Q9.6 9.7 11.6 4.6" />
      <circle stroke-width="1.2" cx="5.6" cy="4.9" r="1.25" />
      <circle stroke-width="1.2" cx="11.1" cy="11.9" r="1.25" />
    </g>
  </svg>
);
