// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { NoclaimsDatabase } from '@/lib/store/database';
import type { ContactRow, TicketRow } from '@/lib/store/rows';

import { answer, asked, open, press, settled, type } from './asked';
import { SOURCE } from './record';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

let db: NoclaimsDatabase;
beforeEach(async () => {
  db = await settled();
});
afterEach(cleanup);

const ticket = (number: number, subject: string, at: number): { ticket: TicketRow; contact: ContactRow } => ({
  ticket: { id: `${SOURCE.id}/${number}`, customerId: 'nora', subject, createdAt: at, requesters: ['user:s1:1'] },
  contact: {
    id: `${SOURCE.id}/${number}/open`,
    customerId: 'nora',
    identity: 'user:s1:1',
    at,
    kind: 'message',
    initiator: 'customer',
    cause: 'pending',
  },
});

const withTickets = async (...given: ReturnType<typeof ticket>[]): Promise<void> => {
  await db.tickets.bulkPut(given.map((one) => one.ticket));
  await db.contacts.bulkPut(given.map((one) => one.contact));
};

describe('outages', () => {
  const day = Date.parse('2026-05-03T12:00Z');

  it('say what they take out before they are declared', async () => {
    await withTickets(ticket(1, 'Mail is down', day), ticket(2, 'Still down', day + 3_600_000));
    answer({ jobId: 'recount:1' });
    open('outages');
    fireEvent.click(await screen.findByRole('button', { name: 'Declare an outage' }));
    await screen.findByText('Say from when, and you see here what it takes out.');
    type('From', '2026-05-03T00:00');
    await screen.findByText('Takes out 2 contacts of 1 customer: Nora Fairweather (2).');
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText('a name is needed, such as Mail server down');
    expect(asked('outage')).toEqual([]);
    type('What happened', 'Mail server down');
    fireEvent.change(screen.getByLabelText('Helpdesk'), { target: { value: SOURCE.id } });
    type('Only these queues', 'Support');
    await screen.findByText('Nothing on record falls into this time.');
    type('Only these queues', '');
    fireEvent.submit(screen.getByRole('form'));
    const said = await screen.findByText('Mail server down is declared. Everybody it touches is counted again.');
    await waitFor(() => expect(document.activeElement).toBe(said));
    expect(asked('outage')).toMatchObject([{ put: { name: 'Mail server down', sourceId: SOURCE.id } }]);
  });

  it('that were declared are changed under their own id, and removed', async () => {
    await withTickets(ticket(1, 'Mail is down', day));
    await db.outages.put({ id: 'o1', name: 'Mail', from: day - 1000 });
    answer({ jobId: 'recount:o1' });
    open('outages');
    await screen.findByText('Takes out 1 contact of 1 customer: Nora Fairweather.');
    screen.getByText(/still going on$/);
    press('Change the outage: Mail');
    type('To', '2026-05-04T00:00');
    fireEvent.submit(screen.getByRole('form', { name: 'Outage: Mail' }));
    await screen.findByText(/^Mail is declared/);
    expect(asked('outage')).toMatchObject([{ put: { id: 'o1', name: 'Mail', to: expect.any(Number) as number } }]);
    press('Remove the outage: Mail');
    press('Remove it');
    await screen.findByText(/^Mail is removed/);
    expect(asked('outage-remove')).toEqual([{ id: 'o1' }]);
  });
});

describe('rules that propose a cause', () => {
  const saved = (): unknown => asked('setting').at(-1);

  it('are saved off, with a preview of what they would have proposed', async () => {
    await withTickets(
      ticket(1, 'It crashed again', Date.now()),
      ticket(2, 'A crash', Date.now()),
      ticket(3, 'Hello', 0),
    );
    open('causes');
    fireEvent.click(await screen.findByRole('button', { name: /^Add a rule for Request Tracker/ }));
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText('Say at least one thing by which a ticket is known.');
    type('One of these words in the subject', 'crash, crashed');
    await screen.findByText('For 2 of the 3 tickets on record.');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^“It crashed again” \(Nora Fairweather, /),
      expect.stringMatching(/^“A crash” \(Nora Fairweather, /),
    ]);
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText('Saved, and off. Switch it on when the preview looks right.');
    expect(saved()).toMatchObject({
      key: 'proposalRules',
      value: [{ on: false, sourceId: SOURCE.id, words: ['crash', 'crashed'], cause: 'unknown_crash' }],
    });
  });

  it('are switched on, changed and removed, and leave those of other helpdesks alone', async () => {
    const rule = { id: 'r1', on: false, sourceId: SOURCE.id, tag: 'broken', cause: 'unknown_crash' };
    const other = { ...rule, id: 'r2', sourceId: 's2' };
    await db.settings.put({ key: 'proposalRules', value: [rule, other] });
    open('causes');
    const group = within(await screen.findByRole('group', { name: 'tag broken: Unknown crash' }));
    fireEvent.click(group.getByRole('switch'));
    await waitFor(() => expect(saved()).toMatchObject({ value: [{ ...rule, on: true }, other] }));
    fireEvent.click(group.getByRole('button', { name: /^Change the rule/ }));
    fireEvent.change(screen.getByLabelText('Proposes'), { target: { value: 'product_fault' } });
    type('Open for more than so many days', '30');
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() =>
      expect(saved()).toMatchObject({ value: [{ ...rule, olderThanDays: 30, cause: 'product_fault' }, other] }),
    );
    fireEvent.click(await screen.findByRole('button', { name: /^Remove the rule/ }));
    press('Remove it');
    await waitFor(() => expect(saved()).toMatchObject({ value: [other] }));
  });

  it('want a helpdesk first', async () => {
    await db.sources.clear();
    open('causes');
    expect(await screen.findByText(/^No helpdesk is on record yet/)).toBeTruthy();
  });
});
