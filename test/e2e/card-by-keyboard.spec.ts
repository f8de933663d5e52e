import { expect, type Page } from '@playwright/test';

import { badge, card, seen } from '../../scripts/drive/closed-root.ts';
import { test } from './kit.ts';

const cards = async (tab: Page): Promise<number> => (await seen(tab)).filter(({ host }) => 'popover' in host).length;
/** Of the two hosts of ours, the one in which the focus is. */
const focused = (tab: Page): Promise<string | undefined> =>
  tab.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.localName !== 'nc-standing') return activeElement?.localName;
    return activeElement.hasAttribute('popover') ? 'card' : 'badge';
  });

async function tabTo(tab: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80 && (await focused(tab)) !== wanted; presses++) await tab.keyboard.press('Tab');
}

test('the card opens, is gone through and closes by the keyboard alone', async ({ kit }) => {
  await kit.begin();
  const list = await kit.open('/');
  await list.locator('[data-noclaims-row] a').first().click();
  await badge(list, /\d/);

  await tabTo(list, 'badge');
  expect(await focused(list)).toBe('badge');
  await card(list);

  await list.keyboard.press('Enter');
  await expect.poll(() => focused(list)).toBe('card');
  await list.keyboard.press('Escape');
  expect(await cards(list)).toBe(0);
  expect(await focused(list)).toBe('badge');

  await list.keyboard.press('Enter');
  await expect.poll(() => focused(list)).toBe('card');
  await list.keyboard.press('ArrowDown');
  await list.keyboard.press('Escape');
  expect(await cards(list)).toBe(1);
  for (let presses = 0; presses < 20 && (await focused(list)) === 'card'; presses++) await list.keyboard.press('Tab');
  expect(await focused(list)).toBe('badge');
  expect(await cards(list)).toBe(0);
});

test('the pointer opens the card after a moment, and leaving closes it', async ({ kit }) => {
  await kit.begin();
  const list = await kit.open('/');
  await list.locator('[data-noclaims-row] a').first().click();
  await badge(list, /\d/);
  const box = await list.locator('nc-standing').first().boundingBox();
  await list.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
  await card(list);
  const open = await list.locator('nc-standing[popover]').boundingBox();
  expect(open?.x).toBeGreaterThanOrEqual(8);
  expect((open?.x ?? 0) + (open?.width ?? 0)).toBeLessThanOrEqual(1440 - 8);
  await list.mouse.move(4, 890);
  await expect.poll(() => cards(list)).toBe(0);
});

test('a page that pretends to click or point opens nothing', async ({ kit }) => {
  await kit.begin();
  const list = await kit.open('/');
  await list.locator('[data-noclaims-row] a').first().click();
  await badge(list, /\d/);
  await list.evaluate(() => {
    const ours = document.querySelector<HTMLElement>('nc-standing');
    for (const type of ['pointerenter', 'click', 'focusin'])
      ours?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    ours?.click();
  });
  await list.waitForTimeout(600);
  expect(await cards(list)).toBe(0);
});
