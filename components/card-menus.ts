/** Menus are `details`: the browser opens and closes them, so the card needs no state of its own. */

type On<Kind extends Event> = Kind & { readonly currentTarget: HTMLElement };

const elementOf = ({ target }: Event): HTMLElement | undefined => (target instanceof HTMLElement ? target : undefined);

function shut(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** Closes the menus after something was chosen in one of them; the focus goes back to its button. */
export function closeMenu(event: Event): void {
  const menu = elementOf(event)?.closest<HTMLDetailsElement>('details.menu');
  for (const inner of menu?.querySelectorAll('details') ?? []) inner.open = false;
  if (menu) shut(menu);
}

/** A click beside an open menu closes it. */
export function closeMenus(event: On<MouseEvent>): void {
  const clicked = event.target instanceof Element ? event.target.closest('details.menu') : null;
  for (const menu of event.currentTarget.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (menu !== clicked) menu.open = false;
  }
}

/** Escape closes the innermost menu, arrows go through it. The helpdesk's own shortcuts hear nothing of it. */
export function onMenuKey(event: On<KeyboardEvent>): void {
  const from = elementOf(event);
  const open = from?.closest<HTMLDetailsElement>('details[open]');
  if (event.key === 'Escape' && open) {
    event.stopPropagation();
    shut(open);
    return;
  }
  if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const menu = from?.closest<HTMLDetailsElement>('details.menu');
  if (step === 0 || !menu || from?.matches('input, select')) return;
  event.preventDefault();
  menu.open = true;
  const stops = [...menu.querySelectorAll<HTMLElement>('summary, button, input, select')].filter(
    (stop) => !stop.closest('details:not([open]) > :not(summary)'),
  );
  stops[(stops.indexOf(from as HTMLElement) + step + stops.length) % stops.length]?.focus();
}

/** A menu opens upwards, over the card, unless there is more room below. */
export function placeMenu({ currentTarget }: On<Event>): void {
  if (!(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
  const { top, bottom } = currentTarget.getBoundingClientRect();
  const below = innerHeight - bottom;
  currentTarget.dataset['side'] = below > top ? 'below' : 'above';
  currentTarget.style.setProperty('--nc-room', `${Math.max(below, top) - 16}px`);
}
