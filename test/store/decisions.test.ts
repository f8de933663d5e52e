import { describe, expect, it } from 'vitest';

import { standingAlerts } from '@/lib/store/alerts';
import { assessCustomers } from '@/lib/store/assess';
import { answerLoss, exempt, logCall, setCause, snooze, thanked } from '@/lib/store/decide';
import { dueSubjects, nextDue } from '@/lib/store/due';
import { rememberSent } from '@/lib/store/sent';
import {
  ada,
  at,
  DAY,
  daysAgo,
  emptyRecord,
  everything,
  NOW,
  onlyCustomer,
  record,
  settings,
  source,
  ticket,
} from './desk';

async function known(days: readonly number[] = [10]) {
  const db = await emptyRecord();
  const tickets = days.map((day, index) => ticket(String(index + 1), { createdAt: daysAgo(day) }));
  const { alerts } = await record(db, tickets);
  const { id } = await onlyCustomer(db);
  const said = (click: string) => ({ click, customerId: id, now: NOW });
  return { db, id, said, tickets, alerts };
}

describe('a cause', () => {
  const meant = { contactId: 'aaaaaaaa/1/open', cause: 'product_fault' as const };

  it('takes the contact out at once, and outlives every reading', async () => {
    const { db, said } = await known([10, 5]);
    await setCause(db, said('click'), meant, at);
    await record(db, [ticket('1', { updatedAt: daysAgo(1), minutes: 7 })]);
    expect(await db.contacts.get(meant.contactId)).toMatchObject({
      cause: 'product_fault',
      causeBy: 'person',
      minutes: 7,
    });
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 1 }]);
  });

  it('is found again by a contact that went and came back', async () => {
    const { db, said } = await known();
    await setCause(db, said('click'), meant, at);
    await record(db, [ticket('1', { updatedAt: daysAgo(2), requesters: [] })]);
    await record(db, [ticket('1', { updatedAt: daysAgo(1) })]);
    expect(await db.contacts.get(meant.contactId)).toMatchObject({ cause: 'product_fault', causeBy: 'person' });
  });

  it('said twice by one click is said once', async () => {
    const { db, said } = await known();
    await setCause(db, said('click'), meant, at);
    const before = await everything(db);
    await setCause(db, said('click'), { ...meant, cause: 'request' }, at);
    expect(await everything(db)).toEqual(before);
  });

  it('cannot be set for somebody else’s contact', async () => {
    const { db } = await known();
    await expect(setCause(db, { click: 'x', customerId: 'nobody', now: NOW }, meant, at)).rejects.toThrow(RangeError);
    expect(await db.decisions.count()).toBe(0);
  });

  it('said anew forgets what was answered to the fall before', async () => {
    const { db, said } = await known();
    await answerLoss(db, said('a'), { contactId: meant.contactId, confirmed: false }, at);
    expect(await db.contacts.get(meant.contactId)).toMatchObject({ loss: 'refused' });
    await setCause(db, said('b'), meant, at);
    expect(await db.contacts.get(meant.contactId)).not.toHaveProperty('loss');
  });
});

describe('a logged call', () => {
  it('is a contact of its own, once', async () => {
    const { db, said, id } = await known();
    await logCall(db, said('uuid'), { kind: 'call', at: NOW, minutes: 4 }, at);
    await logCall(db, said('uuid'), { kind: 'call', at: NOW, minutes: 4 }, at);
    expect(await db.contacts.get('own/uuid')).toMatchObject({
      customerId: id,
      identity: 'email:ada@acme.test',
      kind: 'call',
    });
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 2 }]);
  });

  it('that lies before others is put where it belongs', async () => {
    const { db, said } = await known();
    await logCall(db, said('uuid'), { kind: 'call', at: daysAgo(20) }, at);
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 2, firstAt: daysAgo(20) }]);
  });

  it('breaks a limit and says so', async () => {
    const { db, said } = await known([3, 2, 1]);
    const alerts = await logCall(db, said('uuid'), { kind: 'call', at: NOW }, at);
    expect(alerts).toMatchObject([{ ruleId: 'week', breachedAt: NOW, load: 4, max: 3, state: 'open' }]);
  });
});

describe('alerts', () => {
  it('stand at the contact that broke the limit, once', async () => {
    const { db, id, alerts, tickets } = await known([4, 3, 2, 1]);
    expect(alerts).toMatchObject([{ id: `week/${id}/${daysAgo(1)}`, open: 1 }]);
    expect((await record(db, tickets)).alerts).toEqual([]);
  });

  it('sleep, and stay asleep through further contacts', async () => {
    const { db, said } = await known([4, 3, 2, 1]);
    expect(await snooze(db, said('s'), NOW + DAY)).toBe(1);
    await record(db, [ticket('9', { createdAt: NOW })]);
    expect(await standingAlerts(db)).toMatchObject([{ state: 'snoozed', snoozedUntil: NOW + DAY }]);
    expect(await nextDue(db)).toBe(NOW + DAY);
  });

  it('clear by themselves at the exact instant', async () => {
    const { db, id } = await known([4, 3, 2, 1]);
    const clears = daysAgo(3) + 7 * DAY;
    expect(await nextDue(db)).toBe(clears);
    for (const [now, open] of [
      [clears - 1, 1],
      [clears, 0],
    ] as const) {
      await assessCustomers(db, await dueSubjects(db, now, 500), { now, rules: at.rules, settings, occasion: 'time' });
      expect(await standingAlerts(db)).toHaveLength(open);
    }
    expect(await db.alerts.toArray()).toMatchObject([{ subject: id, state: 'cleared', clearedAt: clears }]);
  });

  it('go when the contact that raised them was spam', async () => {
    const { db } = await known([4, 3, 2, 1]);
    await record(db, [ticket('4', { createdAt: daysAgo(1), updatedAt: NOW, status: 'spam' })]);
    expect(await db.alerts.count()).toBe(0);
  });
});

it('an exemption holds until it is taken back, whatever click is heard again', async () => {
  const { db, said } = await known();
  await exempt(db, said('on'), true);
  expect(await onlyCustomer(db)).toMatchObject({ exempt: true });
  await exempt(db, { ...said('off'), now: NOW + 1 }, false);
  await exempt(db, said('on'), true);
  expect(await onlyCustomer(db)).not.toHaveProperty('exempt');
});

it('a standing knows the thanks and why somebody is exempt', async () => {
  const { db, id, said } = await known();
  await thanked(db, said('t'));
  await exempt(db, { ...said('e'), reason: 'our own tester' }, true);
  const [standing] = await assessCustomers(db, [id], { ...at, settings, occasion: 'correction' });
  expect(standing).toMatchObject({
    level: 'unscored',
    reasons: [{ kind: 'unscored', why: 'exempt', note: 'our own tester' }],
  });
});

describe('a message that we sent', () => {
  const sent = {
    id: 'click',
    sourceId: source.id,
    customerId: '',
    requester: 'email:ada@acme.test',
    subject: 'A kind word',
    at: NOW,
  };
  const letter = (more = {}) =>
    ticket('50', {
      subject: 'A kind word',
      createdAt: NOW + 60_000,
      updatedAt: NOW + 60_000,
      opener: { userId: '99' },
      ...more,
    });

  it('is recognised at first sight, and is no contact whatever becomes of it', async () => {
    const { db } = await known();
    await rememberSent(db, sent);
    await record(db, [letter()]);
    await record(db, [letter({ subject: 'Re: something else', updatedAt: NOW + DAY })]);
    expect(await db.contacts.get('aaaaaaaa/50/open')).toMatchObject({ excluded: 'our-message' });
    expect(await db.sent.get('click')).toMatchObject({ ticketId: 'aaaaaaaa/50' });
  });

  it.each([
    { case: 'the customer opened', more: { opener: { userId: '5' } } },
    { case: 'somebody else asked for', more: { requesters: [{ email: 'bob@bolt.test' }] } },
    { case: 'with another subject', more: { subject: 'Another' } },
    { case: 'from before the click', more: { createdAt: daysAgo(1) } },
    { case: 'from days after', more: { createdAt: NOW + 3 * DAY } },
  ])('is not one $case', async ({ more }) => {
    const { db } = await known();
    await rememberSent(db, sent);
    await record(db, [letter(more)], { now: NOW + 4 * DAY });
    expect(await db.tickets.get('aaaaaaaa/50')).not.toHaveProperty('ours');
  });

  it('is claimed by one ticket only', async () => {
    const { db } = await known();
    await rememberSent(db, sent);
    await record(db, [letter(), { ...letter({ requesters: [ada] }), ticketId: '51' }]);
    expect((await db.tickets.toArray()).filter(({ ours }) => ours)).toHaveLength(1);
  });
});
