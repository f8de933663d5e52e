const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.5,
  'stroke-linejoin': 'round',
  'stroke-linecap': 'round',
} as const;
const DASHED = { ...LINE, 'stroke-linecap': 'butt', 'stroke-dasharray': '2.6 2' } as const;
const FILLED = { fill: 'currentColor', 'fill-rule': 'evenodd' } as const;

/**
 * A picture on a grid of 16, that never stands alone: a word is beside it, or in the label of what holds it. Parts are
 * divided by `|`: a line of 1.5, unless it begins with `.` (filled) or `-` (dashed).
 */
export const Drawing = ({ parts }: { readonly parts: string }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    {parts.split('|').map((part) => {
      if (part[0] === '.') return <path {...FILLED} d={part.slice(1)} />;
      return part[0] === '-' ? <path {...DASHED} d={part.slice(1)} /> : <path {...LINE} d={part} />;
    })}
  </svg>
);
