import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

import type { Contract } from '@/lib/scoring/contract';
import type { ContactRow, CustomerRow } from '@/lib/store/rows';

import { badge } from '../../scripts/drive/closed-root.ts';
import { test, type Kit } from './kit.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with a page as it stands. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function withRecord(kit: Kit): Promise<CustomerRow[]> {
  await kit.begin();
  for (const { id } of kit.demo.desk.tickets().slice(0, 6)) {
    const tab = await kit.open(`/tickets/${id}`);
    await badge(tab, /\d/);
    await tab.close();
  }
  const customers = await kit.rows<CustomerRow>('customers');
  return customers.filter(({ name, email }) => name !== undefined && email !== undefined);
}

async function optionsAt(kit: Kit, name: string): Promise<Page> {
  const page = await kit.driven.ownPage('options.html');
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return page;
}

const counting = (contacts: readonly ContactRow[]): number => contacts.filter(({ outageId }) => !outageId).length;

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ dark });

    test('a contract is entered by keyboard, and more come from a table without its bad rows', async ({ kit }) => {
      const [one, two] = await withRecord(kit);
      if (!one || !two) throw new Error('the demo has too few customers');
      const page = await optionsAt(kit, 'Contracts');
      const search = page.getByRole('combobox', { name: 'Find a customer or an organisation' });
      await search.fill(one.email ?? '');
      await page.getByRole('option').first().waitFor();
      await search.press('Enter');
      await expect(page.getByRole('heading', { name: one.name ?? '', level: 2 })).toBeFocused();
      await page.getByRole('button', { name: 'Add a contract' }).press('Enter');
      await expect(page.getByLabel('First day')).toBeFocused();
      await page.getByRole('button', { name: 'Add an earning' }).press('Enter');
      await page.getByLabel('Amount').fill('much');
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('First day').first()).toBeFocused();
      expect(await faults(page), 'form').toEqual([]);
      await page.getByLabel('First day').first().fill('2024-03-01');
      await page.getByLabel('From').fill('2024-03-01');
      await page.getByLabel('Amount').fill('480');
      await page.keyboard.press('Enter');
      await expect(page.getByText('€480 a month')).toBeVisible();
      expect(await kit.rows<Contract>('contracts')).toMatchObject([
        { holder: one.id, start: '2024-03-01', revenue: [{ kind: 'monthly', minor: 48_000, from: '2024-03-01' }] },
      ]);

      const folder = mkdtempSync(join(tmpdir(), 'noclaims-csv-'));
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download a sample' }).click();
      expect(readFileSync(await (await coming).path(), 'utf8')).toContain('customer,organisation,start,end');
      const file = join(folder, 'contracts.csv');
      const rows = [
        'customer,start,earns,amount',
        `${one.email},2024-03-01,monthly,500`,
        `${two.email},2025-01-01,support,1200`,
        'nobody@nowhere.example,2025-01-01,monthly,10',
        `${two.email},2020-02-30,monthly,10`,
      ];
      writeFileSync(file, rows.join('\n'));
      await page.locator('input[type=file]').setInputFiles(file);
      await expect(page.getByText(/^4 rows were read\. 2 contracts can be taken over\. 1 of them/)).toBeVisible();
      await expect(page.getByText(/^Line 4: .*not on record/)).toBeVisible();
      await expect(page.getByText(/^Line 5: “start”/)).toBeVisible();
      expect(await faults(page), 'preview').toEqual([]);
      expect(await kit.rows('contracts')).toHaveLength(1);
      await page.getByRole('button', { name: 'Take these over' }).click();
      await expect(page.getByText('Taken over: 2 contracts.')).toBeVisible();
      const kept = await kit.rows<Contract>('contracts');
      expect(kept.map(({ holder, revenue }) => [holder, revenue[0]?.minor]).toSorted()).toEqual(
        [
          [one.id, 50_000],
          [two.id, 120_000],
        ].toSorted(),
      );
      rmSync(folder, { recursive: true });
    });

    test('an outage says whom it touches, takes their contacts out, and gives them back', async ({ kit }) => {
      await withRecord(kit);
      const all = counting(await kit.rows<ContactRow>('contacts'));
      const page = await optionsAt(kit, 'Outages');
      await page.getByRole('button', { name: 'Declare an outage' }).click();
      await page.getByLabel('What happened').fill('Everything down');
      await page.getByLabel('From').fill('2010-01-01T00:00');
      const preview = page.getByRole('region', { name: 'What it takes out' }).getByRole('status');
      await expect(preview).toHaveText(/^Takes out \d+ contacts of \d+ customers: \p{L}.* \(\d+\)/u);
      const takes = Number(/\d+/.exec((await preview.textContent()) ?? '')?.[0]);
      expect(await faults(page), 'form').toEqual([]);
      await page.getByRole('button', { name: 'Declare it' }).click();
      const said = page.getByText('Everything down is declared. Everybody it touches is counted again.');
      await expect(said).toBeFocused();
      await expect.poll(async () => counting(await kit.rows<ContactRow>('contacts'))).toBeLessThanOrEqual(all - takes);
      await expect(page.getByText(`${takes} contacts of`, { exact: false })).toBeVisible();
      expect(await faults(page), 'list').toEqual([]);
      await page.getByRole('button', { name: 'Remove the outage: Everything down' }).click();
      await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
      await page.getByRole('button', { name: 'Remove it' }).click();
      await expect(page.getByText('No outage is declared.')).toBeVisible();
      await expect.poll(async () => counting(await kit.rows<ContactRow>('contacts'))).toBe(all);
    });

    test('a rule shows what it would propose before it is switched on, and proposes only then', async ({ kit }) => {
      await withRecord(kit);
      const proposed = async (): Promise<number> =>
        (await kit.rows<ContactRow>('contacts')).filter(({ causeBy }) => causeBy === 'rule').length;
      const tickets = await kit.rows<{ subject?: string; customerId?: string }>('tickets');
      const word = /\p{L}{4,}/u.exec(tickets.find(({ subject }) => subject)?.subject ?? '')?.[0] ?? '';
      const page = await optionsAt(kit, 'Proposed causes');
      await page.getByRole('button', { name: /^Add a rule for/ }).click();
      await page.getByLabel('One of these words in the subject').fill(word);
      const preview = page.getByRole('region', { name: 'What it would have proposed' });
      await expect(preview.getByRole('status')).toHaveText(/^For [1-9]\d* of the \d+ tickets on record\.$/);
      await expect(preview.getByRole('listitem').first()).toContainText(word);
      expect(await faults(page), 'form').toEqual([]);
      await page.getByRole('button', { name: 'Save the rule' }).click();
      await expect(page.getByText('Saved, and off. Switch it on when the preview looks right.')).toBeFocused();
      const toggle = page.getByRole('switch', { name: `“${word}” in the subject: Unknown crash` });
      await expect(toggle).not.toBeChecked();
      expect(await proposed()).toBe(0);
      await toggle.press(' ');
      await expect(toggle).toBeChecked();
      await expect(preview.getByRole('status')).toHaveText(/^For [1-9]/);
      await expect.poll(proposed, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(await faults(page), 'list').toEqual([]);
    });
  });
}
