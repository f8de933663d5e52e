import type { Icon, StandingIcon } from '@/lib/text/view';

/** What only the card draws; written as `Drawing` reads it. */
export const CARD_ICON_PATHS: Readonly<Record<Exclude<Icon, StandingIcon>, string>> = {
  loss: 'M1.75 13.75h12.5|.M3 9.5h3.5v3H3Zm6-6.5h4v9.5H9Z',
  rung: 'M1.75 13h4V9h4V5h4.5',
  phone:
    'M3.1 2.25h2.3l1.1 3-1.5 1.1a8 8 0 0 0 4.65 4.65l1.1-1.5 3 1.1v2.3c0 .5-.4.9-.9.85C7 13.3 2.7 9 2.25 3.15c-.05-.5.35-.9.85-.9Z',
  conference:
    'M3.25 5.25a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0M1.5 13c.25-2.75 1.75-4 4-4s3.75 1.25 4 4M10.25 3.2a2.2 2.2 0 0 1 0 4.1M11.5 9.4c1.75.4 2.75 1.6 3 3.6',
  chevron: 'm4.5 6.25 3.5 3.5 3.5-3.5',
  check: 'm3 8.5 3.25 3.25L13 4.75',
};
