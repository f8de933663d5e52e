import type { Page } from '@playwright/test';

import { badge } from '../drive/closed-root.ts';
import { eventually } from '../drive/eventually.ts';
import type { Driven } from '../drive/launch.ts';
import { choose, reads } from '../drive/popup.ts';
import type { Scene } from './scene.ts';

/** The welcome page comes by itself; nothing is read before it is agreed to. */
export async function consent({ driven, picture }: Scene): Promise<void> {
  const welcome = await welcomePage(driven);
  await welcome.getByRole('heading', { name: 'May Noclaims read your helpdesk?' }).waitFor();
  await picture('consent', welcome);
  await agree(welcome);
  await welcome.getByText('In force', { exact: true }).waitFor();
  await picture('agreed', welcome);
}

export const welcomePage = ({ context }: Driven): Promise<Page> =>
  eventually(async () => context.pages().find((page) => page.url().endsWith('/welcome.html')), 'the welcome page');

export async function agree(welcome: Page): Promise<void> {
  await welcome.getByRole('button', { name: 'I agree' }).click();
  await welcome.getByText('What to do next').waitFor();
}

/** Opened over the helpdesk, the popup knows it, and watches it when asked to; the open tab is read at once. */
export async function watch({ driven, ground, desk, picture }: Scene): Promise<void> {
  await ground.enter(desk);
  await desk.goto(ground.ticketsOf('weekly-phone')[0].address);
  const offer = await driven.popup(desk);
  await reads(offer, ground.name);
  await picture('offer', offer);
  await choose(offer, 'button', 'Watch this helpdesk');
  await badge(desk, /Over limit|Expensive/, 60_000);
  await picture('watching');
  if (!offer.isClosed()) await offer.close();
}
