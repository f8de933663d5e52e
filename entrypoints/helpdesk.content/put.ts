const EDGE = 8;
const GAP = 4;

/** Below the badge, above where there is no room, and never nearer to an edge than a few pixels. */
export function put(card: HTMLElement, badge: HTMLElement): void {
  const at = badge.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = innerHeight - at.bottom - EDGE;
  const isAbove = height + GAP > below && at.top > below;
  const top = isAbove ? at.top - height - GAP : Math.min(at.bottom + GAP, innerHeight - EDGE - height);
  const start = getComputedStyle(badge).direction === 'rtl' ? at.right - width : at.left;
  const left = Math.min(start, innerWidth - width - EDGE);
  card.style.setProperty('--nc-left', `${Math.max(EDGE, left)}px`);
  card.style.setProperty('--nc-top', `${Math.max(EDGE, top)}px`);
}
