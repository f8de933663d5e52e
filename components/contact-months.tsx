import type { MonthsView } from '@/lib/text/view';

const WIDTH = 308;
const FOOT = 36;
const HIGHEST = 9;

/** Twelve bars with their figures. Hollow: not counted. A band: nobody watched. */
export function ContactMonths({ label, bars }: Pick<MonthsView, 'label' | 'bars'>) {
  const most = Math.max(1, ...bars.map(({ counted, excluded }) => counted + excluded));
  const unit = Math.min(HIGHEST, FOOT / most);
  const step = WIDTH / bars.length;
  return (
    <svg class="months" viewBox={`0 -13 ${WIDTH} 65`} role="img" aria-label={label}>
      {bars.map(({ letter, counted, excluded, seen }, index) => {
        const place = { x: index * step + 2.5, width: step - 5 };
        const middle = (index + 0.5) * step;
        const top = FOOT - counted * unit;
        const hollow = excluded * unit;
        return (
          <g>
            <rect class={seen ? 'zero' : 'band'} {...place} y={seen ? 35 : 33} height={seen ? 1 : 3} />
            {counted > 0 && <rect class="bar" {...place} y={top} height={counted * unit} />}
            {excluded > 0 && (
              <rect class="not" x={place.x + 0.5} width={step - 6} y={top - hollow - 0.5} height={hollow - 1} />
            )}
            {counted + excluded > 0 && (
              <text class="value" x={middle} y={top - hollow - 3}>
                {counted}
                {excluded > 0 && <tspan>+{excluded}</tspan>}
              </text>
            )}
            <text x={middle} y={48}>
              {letter}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
