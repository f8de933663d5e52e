import type { Moment } from '@/entrypoints/background/moment';

import type { Here } from './here';
import type { Place } from './place';
import type { RunningCall } from './timer';

export interface Route {
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** What happened after the last click, as a sentence. */
  readonly said: string | undefined;
  readonly say: (said: string | undefined) => void;
}

export interface InsideProps {
  readonly at: Moment;
  readonly here: Here;
  readonly call: RunningCall | null;
  readonly hidden: boolean;
  readonly route: Route;
}
