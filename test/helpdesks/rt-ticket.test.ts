// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { ticketsIn } from './desk';
import { history, HUGO, requester, rtDesk, ticketItem } from './rt-rest';

describe('what a ticket says', () => {
  const ticketWith = async (more: Record<string, unknown>) =>
    ticketsIn(await history(rtDesk({ tickets: [ticketItem(1, more)] })))[0];

  it.each([
    ['new', 'new'],
    ['open', 'open'],
    ['stalled', 'waiting'],
    ['resolved', 'solved'],
    ['rejected', 'closed'],
    ['with vendor', undefined],
  ])('calls %s %s', async (Status, status) => {
    expect((await ticketWith({ Status }))?.status).toBe(status);
  });

  it('takes what is not set for empty, and what is not there for not read', async () => {
    expect(await ticketWith({ Subject: '', TimeWorked: '0' })).toMatchObject({
      subject: null,
      minutes: 0,
      solvedAt: null,
    });
    const withoutTime = await ticketWith({ TimeWorked: undefined, Status: 'resolved' });
    expect(withoutTime).not.toHaveProperty('minutes');
    expect(withoutTime).not.toHaveProperty('solvedAt');
  });

  it('knows who opened it: the requester, or an agent', async () => {
    expect((await ticketWith({}))?.opener).toEqual({ userId: '59', email: 'hugo@acme.example' });
    const agent = { id: 27, Name: 'agent', EmailAddress: 'agent@desk.example.org' };
    expect((await ticketWith({ Creator: agent }))?.opener).toEqual({ userId: '27', email: 'agent@desk.example.org' });
  });

  it('leaves the agent out of the requesters, and takes a hidden requester for the one asked for', async () => {
    const agent = { id: 27, Name: 'agent', EmailAddress: 'agent@desk.example.org' };
    expect((await ticketWith({ Requestor: [agent, HUGO] }))?.requesters).toMatchObject([{ userId: '59' }]);
    expect((await ticketWith({ Requestor: [] }))?.requesters).toEqual([requester]);
  });

  it('says of a requester without address that there is none', async () => {
    const walkIn = { id: 70, Name: 'walkin', EmailAddress: '', RealName: 'Walk-in Werner' };
    expect((await ticketWith({ Requestor: [walkIn] }))?.requesters).toEqual([
      { userId: '70', email: null, name: 'Walk-in Werner' },
    ]);
  });

  it('makes do with RT names where RT 5.0.0 names users by nothing else', async () => {
    const named = (id: string) => ({ id, type: 'user' });
    const byAddress = await ticketWith({
      Requestor: [named('hugo@acme.example'), named('lea@acme.example')],
      Creator: named('lea@acme.example'),
    });
    expect(byAddress).toMatchObject({
      requesters: [requester, { email: 'lea@acme.example' }],
      opener: { email: 'lea@acme.example' },
    });
    const byName = await ticketWith({ Requestor: [named('hugo')], Creator: named('hugo') });
    expect(byName).toMatchObject({ requesters: [requester], opener: requester });
    expect(await ticketWith({ Requestor: [named('hugo')], Creator: named('agent') })).toMatchObject({
      opener: { userId: 'agent' },
    });
  });

  it('hands on queue and custom fields', async () => {
    const more = {
      Queue: { id: '3', Name: 'Support' },
      CustomFields: [
        { name: 'Channel', values: ['Phone'] },
        { name: 'Areas', values: ['Till', 'Net'] },
        { name: 'Empty', values: [] },
      ],
    };
    expect((await ticketWith(more))?.hints).toEqual({
      queue: 'Support',
      fields: { Channel: 'Phone', Areas: 'Till, Net' },
    });
  });
});
