import type { ReasonView } from '@/lib/text/view';

import { Icon } from './icon';

/** One sentence each, strongest first. */
export const ReasonList = ({ reasons }: { readonly reasons: readonly ReasonView[] }) => (
  <ul class="why">
    {reasons.map(({ icon, tone, text }) => (
      <li data-tone={tone}>
        <Icon name={icon} />
        <span>{text}</span>
      </li>
    ))}
  </ul>
);
