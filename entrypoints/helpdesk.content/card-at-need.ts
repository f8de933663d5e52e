import type { Asked, CardNeeds, CardOnPage } from './card-contract';
import { grumble } from './grumble';

export interface CardAtNeed extends CardOnPage {
  /** Somebody points at the badge: the card's file may be wanted in a moment. */
  prepare(): void;
}

/** The card comes as a file of its own when it is opened first: most pages are read without it. */
export function cardAtNeed(needs: CardNeeds): CardAtNeed {
  let card: CardOnPage | undefined;
  let loading: Promise<void> | undefined;
  let wanted: { asked: Asked; enter: boolean } | undefined;

  const load = async (): Promise<void> => {
    if (!globalThis.noclaimsCard) await needs.worker('card-file', {});
    card ??= globalThis.noclaimsCard?.(needs);
    if (card && wanted) card.open(wanted.asked, wanted.enter);
    wanted = undefined;
  };
  const prepare = (): void => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      grumble(error);
    });
  };

  return {
    prepare,
    open(asked, enter) {
      if (card) return card.open(asked, enter);
      wanted = { asked, enter };
      prepare();
    },
    closeSoon() {
      wanted = undefined;
      card?.closeSoon();
    },
    close() {
      wanted = undefined;
      card?.close();
    },
  };
}
