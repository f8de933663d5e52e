import type { RateView } from '@/lib/text/view';

const WIDTH = 308;

/** The interval as a band, the mean as a tick, the limit as a dashed line with its word. */
export function RateInterval({ label, mean, low, high, limit, limitWord, ticks }: RateView) {
  const end = ticks.at(-1)?.at ?? 1;
  const x = (contacts: number): number => Math.round((contacts / end) * WIDTH * 10) / 10;
  const late = x(limit) > WIDTH - 70;
  return (
    <svg class="rate" viewBox={`0 0 ${WIDTH} 42`} role="img" aria-label={label}>
      <rect class="band" x={x(low)} y="15" width={x(high) - x(low)} height="9" />
      <path class="axis" d={`M0 24H${WIDTH}${ticks.map(({ at }) => `M${x(at)} 24v4`).join('')}`} />
      <path class="limit" d={`M${x(limit)} 4V24`} />
      <text class={late ? 'limit end' : 'limit start'} x={x(limit) + (late ? -4 : 4)} y="10">
        {limitWord}
      </text>
      <path class="mean" d={`M${x(mean)} 12V27`} />
      {ticks.map(({ at, text }, index) => (
        <text class={index === 0 ? 'start' : at === end ? 'end' : undefined} x={x(at)} y="39">
          {text}
        </text>
      ))}
    </svg>
  );
}
