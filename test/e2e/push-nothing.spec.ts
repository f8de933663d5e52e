import { expect, type Page } from '@playwright/test';

import { badge, seen } from '../../scripts/drive/closed-root.ts';
import { test } from './kit.ts';

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

function moved(before: Boxes, after: Boxes): string[] {
  return Object.entries(after)
    .filter(([name, box]) => box.some((edge, side) => Math.abs(edge - (before[name]?.[side] ?? edge)) > UNSEEN))
    .map(([name, box]) => `${name}: ${String(before[name])} → ${String(box)}`);
}

for (const width of [1440, 1024, 760]) {
  test(`a window of ${width} px: neither badge nor marks move anything of the page`, async ({ kit }) => {
    await kit.begin();
    const list = await kit.open('/');
    const addresses = await list.$$eval('[data-noclaims-row] a', (links) =>
      links.map((link) => (link as HTMLAnchorElement).href),
    );
    for (const address of addresses.slice(0, 3)) {
      const tab = await kit.driven.context.newPage();
      await tab.setViewportSize({ width, height: 900 });
      await tab.goto(address);
      await badge(tab, /\d/);
      const beside = await boxesOf(tab);
      expect(moved(await boxesOf(tab, true), beside)).toEqual([]);
      await tab.close();
    }
    await list.setViewportSize({ width, height: 900 });
    await list.reload();
    await expect.poll(async () => (await seen(list)).length).toBeGreaterThan(0);
    const marked = await boxesOf(list);
    expect(moved(await boxesOf(list, true), marked)).toEqual([]);
  });
}
