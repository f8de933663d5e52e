import { expect } from '@playwright/test';

import { badge, seen } from '../../scripts/drive/closed-root.ts';
import { pushed } from '../../scripts/drive/pushed.ts';
import { test } from './kit.ts';

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
      expect(await pushed(tab)).toEqual([]);
      await tab.close();
    }
    await list.setViewportSize({ width, height: 900 });
    await list.reload();
    await expect.poll(async () => (await seen(list)).length).toBeGreaterThan(0);
    expect(await pushed(list)).toEqual([]);
  });
}
