import type { HostElement } from './host-element';

const SIZES = ['full', 'short', 'tiny'];
/** What one cannot see, in px. */
const TOLERANCE = 0.6;
/** A letter of the badge, generously, and what stands around its words. */
const LETTER = 6.5;
const AROUND = { full: 62, short: 38 };

/**
 * Inserts a host beside its anchor in the largest size that moves nothing of the page, the smallest if all do. The page is
 * measured while it is as it was laid out; what is likely too large is not even tried, for every trial is laid out again.
 */
export function fit({ element, slot }: HostElement, anchor: Element, insert: () => void): void {
  const block = blockOf(anchor);
  const before = frameOf(block, anchor);
  const room = block.getBoundingClientRect().right - anchor.getBoundingClientRect().right;
  const letters = (within: Element | null): number => (within?.textContent.length ?? 0) * LETTER;
  const isRoomy = letters(slot) + AROUND.full < room;
  const first = isRoomy ? 0 : letters(slot.querySelector('b')) + AROUND.short < room ? 1 : 2;
  for (const size of SIZES.slice(first)) {
    element.dataset['size'] = size;
    if (!element.isConnected) insert();
    const after = frameOf(block, anchor);
    const moved = after.some((edge, index) => Math.abs(edge - (before[index] ?? edge)) > TOLERANCE);
    if (!moved && !isOut(element, anchor, block)) return;
  }
}

/** The element whose lines the anchor stands in. */
export function blockOf(anchor: Element): Element {
  let block = anchor.parentElement ?? anchor;
  while (block.parentElement && /^(inline|contents)$/.test(getComputedStyle(block).display))
    block = block.parentElement;
  return block;
}

/** Size of the block, place of the anchor. */
function frameOf(block: Element, anchor: Element): number[] {
  const { width, height } = block.getBoundingClientRect();
  const { left, top } = anchor.getBoundingClientRect();
  return [width, height, left, top];
}

/** On the line below the anchor, or beyond the block's end. */
function isOut(element: Element, anchor: Element, block: Element): boolean {
  const { top, left, right } = element.getBoundingClientRect();
  const edges = block.getBoundingClientRect();
  return (
    top >= anchor.getBoundingClientRect().bottom || right > edges.right + TOLERANCE || left < edges.left - TOLERANCE
  );
}
