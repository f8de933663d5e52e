import type { StandingIcon as Name } from '@/lib/text/view';

import { STANDING_ICON_PATHS } from './standing-icon-paths';

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.5,
  'stroke-linejoin': 'round',
  'stroke-linecap': 'round',
} as const;
const DASHED = { ...LINE, 'stroke-linecap': 'butt', 'stroke-dasharray': '2.6 2' } as const;
const FILLED = { fill: 'currentColor', 'fill-rule': 'evenodd' } as const;

/** Parts written as in `standing-icon-paths.ts`. */
export const Drawing = ({ parts }: { readonly parts: string }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    {parts.split('|').map((part) => {
      if (part[0] === '.') return <path {...FILLED} d={part.slice(1)} />;
      return part[0] === '-' ? <path {...DASHED} d={part.slice(1)} /> : <path {...LINE} d={part} />;
    })}
  </svg>
);

/** Of a badge or a mark: the few pictures that every helpdesk page gets. */
export const StandingIcon = ({ name }: { readonly name: Name }) => <Drawing parts={STANDING_ICON_PATHS[name]} />;
