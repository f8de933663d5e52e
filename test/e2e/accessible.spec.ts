import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';

import { badge } from '../../scripts/drive/closed-root.ts';
import { test } from './kit.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PAGES = [
  'Limits',
  'Costs and figures',
  'Contracts',
  'No-claims ladder',
  'Outages',
  'Proposed causes',
  'Helpdesks',
  'Export and import',
  'Privacy',
];

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ dark });

    test('our pages have no fault that WCAG 2.2 AA knows', async ({ kit }) => {
      const faults = async (): Promise<string[]> => {
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      };
      let page = await kit.driven.ownPage('welcome.html');
      expect(await faults()).toEqual([]);
      await kit.begin();
      const tab = await kit.open(`/tickets/${kit.demo.desk.tickets()[0]?.id}`);
      await badge(tab, /\d/);
      page = await kit.driven.ownPage('options.html');
      for (const name of PAGES) {
        await page.getByRole('link', { name }).click();
        expect(await faults(), name).toEqual([]);
      }
      page = await kit.driven.ownPage('popup.html');
      await page.getByRole('button').first().waitFor();
      expect(await faults(), 'popup').toEqual([]);
    });
  });
}
