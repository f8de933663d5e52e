import type { Pause } from './contract';
import { type Calendar, midnight } from './policy-year';

/** A pause over two years proposes the loss of the rung (docs/SCORING.md §4.4). */
const HONOURED_YEARS = 2;

export interface Lapse {
  readonly pause: Pause;
  /** The instant from which the pause is longer than a rung is honoured. */
  readonly at: number;
}

/** Lapses after an instant, oldest first. */
export const lapsesAfter = (after: number, { pauses = [], zone }: Calendar): Lapse[] =>
  pauses
    .flatMap((pause) => {
      const last = Temporal.PlainDate.from(pause.from).add({ years: HONOURED_YEARS });
      const isOver = pause.to === undefined || Temporal.PlainDate.compare(last, pause.to) < 0;
      return isOver ? [{ pause, at: midnight(last, zone) }] : [];
    })
    .filter(({ at }) => at > after)
    .toSorted((a, b) => a.at - b.at);
