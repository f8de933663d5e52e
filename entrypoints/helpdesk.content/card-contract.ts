import type { Letter } from '@/lib/observation';
import type { Looking } from '@/lib/messaging/protocol';
import type { BadgeView } from '@/lib/text/view';

import type { AskWorker } from './worker';

/** Whom the card is about, and where. */
export interface Asked {
  readonly badge: BadgeView;
  /** Undefined where there is nothing more to ask: the badge itself says all. */
  readonly looking: Looking | undefined;
  readonly beside: HTMLElement;
  /** Gives the focus back. */
  readonly leaveTo: () => void;
  readonly onToggle: (isOpen: boolean) => void;
}

export interface CardOnPage {
  /** `enter`: the focus goes into the card. */
  open(asked: Asked, enter: boolean): void;
  /** Unless the pointer or the focus comes back. */
  closeSoon(): void;
  close(): void;
}

/** What the card needs of the script that opens it. */
export interface CardNeeds {
  readonly worker: AskWorker;
  /** The worker's sentence, when the error is that it said no. */
  readonly whyRefused: (error: unknown) => string | undefined;
  readonly signal: AbortSignal;
  readonly compose: (letter: Letter) => void;
  /** An action changed the badge. */
  readonly repaint: (view: BadgeView, looking: Looking) => void;
}

declare global {
  /** Left by the card's own file, in the isolated world: the page sees nothing. */
  var noclaimsCard: ((needs: CardNeeds) => CardOnPage) | undefined;
}
