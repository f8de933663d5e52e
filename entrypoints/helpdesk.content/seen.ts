/**
 * Says, once the element has come into view, whether the page clips it. The browser finds out while it lays the page out
 * anyway: nothing is measured on our account.
 */
export function onceSeen(element: Element, say: (clipped: boolean) => void): void {
  const observer = new IntersectionObserver(([entry]) => {
    if (!element.isConnected) observer.disconnect();
    if (!entry || (!entry.isIntersecting && !isInView(entry))) return;
    observer.disconnect();
    say(entry.intersectionRect.width < entry.boundingClientRect.width - 1);
  });
  observer.observe(element);
}

/** Inside the window and yet not seen: swallowed whole. */
function isInView({ boundingClientRect: { top, bottom }, rootBounds }: IntersectionObserverEntry): boolean {
  return !!rootBounds && bottom > top && top >= rootBounds.top && bottom <= rootBounds.bottom;
}
