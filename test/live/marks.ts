import type { Page } from '@playwright/test';

import { seen } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { PATIENCE } from './agent.ts';
import { readTickets, type Circumstances, type Expected } from './expected.ts';

export const ticketsListed = async (tab: Page): Promise<number[]> =>
  (
    await tab
      .locator('.list-item[data-record-id]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-record-id')))
  ).map(Number);

/** The word of the mark beside each ticket that has one. */
type Marks = Readonly<Record<number, string>>;

/** A ticket of several requesters names nobody, unless it has been read. */
export function marksAmong(
  listed: readonly number[],
  expected: ReadonlyMap<string, Expected>,
  circumstances: Circumstances,
): Marks {
  const read = new Set(readTickets(circumstances).map(({ id }) => id));
  return Object.fromEntries(
    circumstances.plan.tickets.flatMap(({ id, requesters }) => {
      const mark = expected.get(requesters[0] ?? '')?.mark;
      return mark && listed.includes(id) && (requesters.length === 1 || read.has(id)) ? [[id, mark]] : [];
    }),
  );
}

/** They come all at once. */
export async function marksShown(tab: Page, atLeast: number): Promise<Marks> {
  const marks = await eventually(
    async () => {
      const parts = await seen(tab);
      return parts.length >= atLeast ? parts : undefined;
    },
    `${atLeast} marks`,
    PATIENCE,
  );
  const places = await tab
    .locator('nc-standing')
    .evaluateAll((hosts) => hosts.map((host) => host.closest('[data-record-id]')?.getAttribute('data-record-id')));
  return Object.fromEntries(places.map((id, index) => [id, marks[index]?.titles[0]?.split(':')[0] ?? '']));
}
