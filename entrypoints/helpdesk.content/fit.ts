import type { HostElement } from './host-element';

const SIZES = ['full', 'short', 'tiny'];
/** What one cannot see. */
const TOLERANCE = 0.6;

/** Gives a host beside its anchor the largest size that moves nothing of the page, the smallest if all do. */
export function fit({ element }: HostElement, anchor: Element): void {
  const block = blockOf(anchor);
  element.dataset['size'] = 'none';
  const before = frameOf(block, anchor);
  for (const size of SIZES) {
    element.dataset['size'] = size;
    const after = frameOf(block, anchor);
    const moved = after.some((edge, index) => Math.abs(edge - (before[index] ?? edge)) > TOLERANCE);
    if (!moved && !isOut(element, anchor, block)) return;
  }
}

/** The element whose lines the anchor stands in. */
function blockOf(anchor: Element): Element {
  let block = anchor.parentElement ?? anchor;
  while (block.parentElement && /^(inline|contents)$/.test(getComputedStyle(block).display))
    block = block.parentElement;
  return block;
}

/** Sizes of the block, place of the anchor and of what follows it. */
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
