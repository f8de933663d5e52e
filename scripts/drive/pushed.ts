import type { Page } from '@playwright/test';

/** Left, top, width, height of everything of the page's that has a box of its own. */
type Boxes = Readonly<Record<string, readonly number[]>>;

/** What nobody sees, in px. */
const UNSEEN = 0.6;

/** An inline element around the badge grows with it, and shows nothing of that. `without` = ours taken away for the moment. */
const boxesOf = (page: Page, without = false): Promise<Boxes> =>
  page.evaluate((isWithout) => {
    const around = new Set<Element>();
    for (const ours of document.querySelectorAll('nc-standing')) {
      for (let at = ours.parentElement; at && getComputedStyle(at).display === 'inline'; at = at.parentElement)
        around.add(at);
      if (isWithout) ours.remove();
    }
    const boxes: Record<string, number[]> = {};
    const all = [...document.querySelectorAll('body, body *')].filter((element) => element.localName !== 'nc-standing');
    for (const [index, element] of all.entries()) {
      if (around.has(element)) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      boxes[`${index} ${element.localName}.${element.className}`] = [x, y + scrollY, width, height];
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { ...boxes, page: [0, 0, scrollWidth, scrollHeight] };
  }, without);

/** What stands elsewhere, or is larger or smaller, than in `before`. */
function moved(before: Boxes, after: Boxes): string[] {
  return Object.entries(after)
    .filter(([name, box]) => box.some((edge, side) => Math.abs(edge - (before[name]?.[side] ?? edge)) > UNSEEN))
    .map(([name, box]) => `${name}: ${String(before[name])} → ${String(box)}`);
}

/** What of the page's own stands elsewhere because of us, now that we are on it. Takes ours away to see. */
export async function pushed(page: Page): Promise<string[]> {
  const beside = await boxesOf(page);
  return moved(await boxesOf(page, true), beside);
}
