import { render } from 'preact';

import actionStyles from '@/components/card-actions.css?inline';
import plotStyles from '@/components/card-plots.css?inline';
import cardStyles from '@/components/card.css?inline';
import styles from '@/components/in-page.css?inline';
import { StandingCard } from '@/components/standing-card';
import type { Action, Looking } from '@/lib/messaging/protocol';
import type { CardView } from '@/lib/text/view';

import type { Asked, CardNeeds, CardOnPage } from './card-contract';
import { listen } from './card-events';
import { clickId } from './click-id';
import { grumble } from './grumble';
import { dress, hostElement, type HostElement } from './host-element';
import { plainCard } from './plain-card';
import { put } from './put';

/** The pointer may cross the gap between badge and card. */
const GRACE = 250;

/** The card under the badge, in the top layer, so that nothing of the page clips it. */
export function cardOn({ worker, whyRefused, signal, compose, repaint }: CardNeeds): CardOnPage {
  const host = hostElement(styles + cardStyles + plotStyles + actionStyles);
  host.element.setAttribute('popover', 'manual');
  let shown: Asked | undefined;
  let view: CardView | undefined;
  let enters = false;
  let acting = false;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const draw = (next: CardView, done?: string): void => {
    view = next;
    render(<StandingCard view={next} done={done} onAct={act} />, host.slot);
    if (shown) put(host.element, shown.beside);
  };

  const act = (action: Action, event: Event): void => {
    const { looking } = shown ?? {};
    if (!event.isTrusted || !looking || acting) return;
    acting = true;
    perform(looking, action)
      .catch((error: unknown) => {
        grumble(error);
        if (view && shown?.looking === looking) draw(view, whyRefused(error) ?? view.failed);
      })
      .finally(() => (acting = false));
  };

  const perform = async (looking: Looking, action: Action): Promise<void> => {
    const done = await worker('page-act', { ...looking, click: clickId(), action });
    if (done.badge) repaint(done.badge, looking);
    if (done.compose) compose(done.compose);
    if (!shown || shown.looking !== looking) return;
    if (action.do === 'erase') draw(plainCard(shown.badge, done.said));
    else draw(await worker('card', looking), done.said);
  };

  const show = async (asked: Asked): Promise<void> => {
    const next = await viewOf({ worker, whyRefused }, asked);
    if (shown !== asked || signal.aborted || !asked.beside.isConnected) return;
    dress(host, asked.beside.parentElement ?? asked.beside);
    document.body.append(host.element);
    host.element.showPopover();
    draw(next);
    asked.onToggle(true);
    if (enters) focusInto(host);
  };

  const leave = (): void => {
    const back = shown?.leaveTo;
    card.close();
    back?.();
  };

  const card: CardOnPage = {
    open(asked, enter) {
      clearTimeout(closing);
      enters = enter;
      if (shown?.beside === asked.beside && shown.looking === asked.looking && shown.beside.isConnected) {
        if (enter && host.element.isConnected) focusInto(host);
        return;
      }
      card.close();
      enters = enter;
      shown = asked;
      show(asked).catch((error: unknown) => {
        if (shown === asked) shown = undefined;
        grumble(error);
      });
    },
    closeSoon() {
      clearTimeout(closing);
      closing = setTimeout(() => {
        if (!isHeld(host.element) && !(shown && isHeld(shown.beside))) card.close();
      }, GRACE);
    },
    close() {
      clearTimeout(closing);
      const { onToggle } = shown ?? {};
      shown = view = undefined;
      enters = false;
      render(null, host.slot);
      host.element.remove();
      onToggle?.(false);
    },
  };
  listen({ host, signal, card, leave, beside: () => shown?.beside });
  return card;
}

/** Everything that is known, else in the badge's own words why there is no more. */
async function viewOf(
  { worker, whyRefused }: Pick<CardNeeds, 'worker' | 'whyRefused'>,
  { badge, looking }: Asked,
): Promise<CardView> {
  if (!looking) return plainCard(badge);
  try {
    return await worker('card', looking);
  } catch (error) {
    if (whyRefused(error) !== undefined) return plainCard(badge);
    throw error;
  }
}

/** By the pointer, or by the keyboard. */
const isHeld = (element: Element): boolean => element.matches(':hover, :focus-within');

/** To its first button; a card without any takes the focus itself, so that Escape is heard. */
function focusInto({ slot }: HostElement): void {
  const first = slot.querySelector<HTMLElement>('footer :is(button, summary)');
  (first ?? slot.querySelector<HTMLElement>('[role=dialog]'))?.focus();
}
