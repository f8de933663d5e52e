import type { ComponentChildren } from 'preact';

import { PageIcon, type PageIconName } from './page-icon';

interface Props {
  readonly icon: PageIconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A page with little to show: what it is, what happened to the data, one action. */
export const PlainState = ({ icon, title, text, children }: Props) => (
  <section class="plain">
    <PageIcon name={icon} />
    <h1>{title}</h1>
    <p>{text}</p>
    {children}
  </section>
);
