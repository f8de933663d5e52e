import { blockOf } from './fit';

/**
 * Where a mark stands in its row, without taking any room: after the name, there without its figure, or hanging before the
 * name. `inside` takes room before the name: where the cell swallows what does not fit, nothing else would be seen.
 */
export type Seat = 'after' | 'short' | 'hang' | 'inside';

/** A silhouette with its distance to the name, and one letter of a figure, in px. */
const SILHOUETTE = 21;
const LETTER = 7;
const HANGING = 13;

/** Only reads: the page is laid out as it was. `figure` = how many letters. */
export function seatOf(anchor: Element, figure: number): Seat {
  const block = blockOf(anchor);
  const at = anchor.getBoundingClientRect();
  const around = block.getBoundingClientRect();
  const { direction, overflowX } = getComputedStyle(block);
  const sides = [at.left - around.left, around.right - at.right];
  const [before = 0, after = 0] = direction === 'rtl' ? sides.toReversed() : sides;
  const room = isFollowed(anchor, at) ? 0 : after;
  if (room >= SILHOUETTE + figure * LETTER) return 'after';
  if (room >= SILHOUETTE) return 'short';
  return overflowX === 'visible' || before >= HANGING ? 'hang' : 'inside';
}

/** Something of the page's stands behind the anchor on its line. */
function isFollowed({ nextSibling, nextElementSibling }: Element, at: DOMRect): boolean {
  if (nextSibling?.nodeType === Node.TEXT_NODE && nextSibling.nodeValue?.trim()) return true;
  const next = nextElementSibling?.getBoundingClientRect();
  return !!next && next.width > 0 && next.top < at.bottom && next.bottom > at.top;
}
