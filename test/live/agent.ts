import type { Page } from '@playwright/test';

import type { AnswerTo, Ask, MessageKind } from '../../lib/messaging/protocol.ts';
import { badge } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { launch, type Driven } from '../../scripts/drive/launch.ts';
import { askWorker, E2E_BUILD, rowsOf } from '../e2e/kit.ts';
import { AGENT, type Desk } from './desk.ts';

/** Where this agent works: with daylight saving, and away from the helpdesk's UTC. */
export const ZONE = 'Europe/Vienna';
/** A machine that does ten things at once still gets there. */
export const PATIENCE = 120_000;

/** An agent at a Request Tracker, with the extension in a fresh profile. */
export interface Agent {
  readonly driven: Driven;
  readonly tab: Page;
  ask<Kind extends MessageKind>(kind: Kind, ask: Ask<Kind>): Promise<AnswerTo<Kind>>;
  rows<Row>(table: string): Promise<Row[]>;
  /** Our clock says this instant now, and goes on from there. */
  clock(now: number): Promise<void>;
  /** Signs in by the login form, and watches the helpdesk. */
  begin(desk: Desk): Promise<void>;
  /** Opens a ticket, and waits for its badge: its text. */
  look(desk: Desk, ticket: number, wanted?: RegExp): Promise<string>;
  close(): Promise<void>;
}

export async function startAgent(): Promise<Agent> {
  const driven = await launch({ extension: E2E_BUILD });
  const own = await driven.ownPage('options.html');
  const tab = await driven.context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  const agent: Agent = {
    driven,
    tab,
    ask: (kind, ask) => askWorker(own, kind, ask),
    rows: (table) => rowsOf(own, table),
    async clock(now) {
      await own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${now - Date.now()} } })`);
    },
    async begin({ url }) {
      await signIn(tab, url);
      const { origin, pathname } = new URL(url);
      const basePath = pathname.replace(/\/$/, '');
      await agent.ask('consent', { agreed: true });
      await agent.ask('setting', { key: 'zone', value: ZONE });
      await agent.ask('watch', { adapterId: 'rt', basePath, origin, tabId: -1, name: `Desk at ${origin}` });
    },
    async look({ url }, ticket, wanted = FIGURES) {
      await tab.bringToFront();
      await tab.goto(`${url}Ticket/Display.html?id=${ticket}`);
      return (await badge(tab, wanted, PATIENCE)).text;
    },
    close: () => driven.close(),
  };
  return agent;
}

/** A badge that has figures, not one that is still reading. */
const FIGURES = /\d+ of \d+/;

async function signIn(tab: Page, url: string): Promise<void> {
  await tab.goto(url);
  await tab.locator('input[name=user]').fill(AGENT.user);
  await tab.locator('input[name=pass]').fill(AGENT.password);
  await tab.keyboard.press('Enter');
  await tab.locator('#main-navigation').waitFor();
}

/** Waits until the history of the customer with this address has been read to its end, no earlier than `since`, in so many helpdesks. */
export const historyRead = (agent: Agent, email: string, since = 0, desks = 1): Promise<true> =>
  eventually(
    async () => {
      const customers = await agent.rows<{ email?: string; completeThrough: Record<string, number> }>('customers');
      const customer = customers.find((one) => one.email === email);
      return Object.values(customer?.completeThrough ?? {}).filter((at) => at >= since).length >= desks
        ? true
        : undefined;
    },
    `the whole history of ${email}`,
    PATIENCE,
  );
