import type { ComponentChildren } from 'preact';

import { Mark } from './page-icon';

/** Name and mark on top of a page; what is handed in stands at its end. */
export const PageBar = ({ children }: { readonly children?: ComponentChildren }) => (
  <header class="bar">
    <Wordmark />
    {children}
  </header>
);

export const Wordmark = () => (
  <span class="wordmark">
    <Mark />
    Noclaims
  </span>
);
