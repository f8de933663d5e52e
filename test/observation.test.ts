import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkObservation, checkPersonRef, checkTicket, type ObservedTicket } from '@/lib/observation';

const now = Date.parse('2026-11-25T10:00:00Z');

const whole = {
  ticketId: '540',
  subject: 'Till prints every receipt twice',
  status: 'solved',
  createdAt: now - 9e8,
  updatedAt: now,
  solvedAt: null,
  minutes: 12.5,
  requesters: [
    { userId: '59', email: 'hugo@acme.example', name: 'Hugo', phones: ['+48 22 555 01 23'], organisation: null },
  ],
  opener: null,
  mergedInto: '541',
  entries: [{ entry: 'txn-1', at: now, what: 'reopened', solvedAt: now - 1, minutes: 3 }],
  hints: { channel: 'phone', queue: 'Support', type: 'question', tags: ['vip'], fields: { Channel: 'Phone' } },
} satisfies ObservedTicket;

const page = (...tickets: unknown[]) => ({ readFrom: 'page', tickets });
const fromJson = (text: string): unknown => JSON.parse(text);

describe('what may cross from a page to the record', () => {
  it('is a whole ticket, unchanged', () => {
    expect(checkTicket(whole)).toEqual({ ok: true, value: whole });
  });

  it('is a ticket of which only the number was read', () => {
    expect(checkTicket({ ticketId: '540' })).toEqual({ ok: true, value: { ticketId: '540' } });
  });

  it.each([
    ['no number', { ticketId: undefined }],
    ['an empty number', { ticketId: '' }],
    ['a number with a slash, which would be another contact', { ticketId: '540/open' }],
    ['a number with a space', { ticketId: '5 40' }],
    ['a status of its own', { status: 'erledigt' }],
    ['a time as text', { createdAt: '2026-11-25T10:00:00Z' }],
    ['a time before 1970', { createdAt: -1 }],
    ['half a millisecond', { updatedAt: 1.5 }],
    ['a time beyond all calendars', { createdAt: 9e15 }],
    ['negative minutes', { minutes: -1 }],
    ['minutes that are no number', { minutes: Number.NaN }],
    ['endless minutes', { minutes: Infinity }],
    ['a person without id and address', { requesters: [{ name: 'Hugo' }, null] }],
    ['an opener who is nobody', { opener: {} }],
    ['a crowd of requesters', { requesters: Array.from({ length: 51 }, (_, i) => ({ userId: String(i) })) }],
    ['an entry without a time', { entries: [{ entry: 'txn-1', what: 'reopened' }] }],
    ['an entry of an unknown kind', { entries: [{ entry: 'txn-1', what: 'visit', at: now }] }],
    ['a field of nobody’s', { customerId: 'abcdefghijkl' }],
    ['a score', { level: 'expensive' }],
    ['ten megabytes of subject', { subject: 'x'.repeat(10_000_000) }],
    ['a name as long as a book', { requesters: [{ userId: '1', name: 'x'.repeat(301) }] }],
    ['a field with a long story', { hints: { fields: { Channel: 'x'.repeat(501) } } }],
    [
      'a hundred and one fields',
      { hints: { fields: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, 'x'])) } },
    ],
    ['a list in place of a text', { subject: ['<b>'] }],
  ])('is not %s', (_, wrong) => {
    expect(checkTicket({ ...whole, ...wrong })).toMatchObject({ ok: false });
  });

  it.each([
    ['nothing', null],
    ['a text', 'observation'],
    ['a list', []],
    ['no tickets', { readFrom: 'page' }],
    ['tickets that are no list', { readFrom: 'page', tickets: { length: 3 } }],
    ['an unknown origin', { readFrom: 'thin air', tickets: [] }],
    ['ten thousand tickets', page(...Array.from({ length: 10_000 }, (_unused, i) => ({ ticketId: String(i) })))],
    ['the whole history of nobody', { readFrom: 'json', tickets: [], complete: { requester: {} } }],
  ])('is not %s at all', (_, wrong) => {
    expect(checkObservation(wrong)).toMatchObject({ ok: false });
  });

  it('refuses a bad ticket alone, with the reason', () => {
    const bad = { ticketId: '541', minutes: -3 };
    const checked = checkObservation(page(whole, bad, { ticketId: '542' }));
    expect(checked).toMatchObject({
      ok: true,
      value: {
        observation: { readFrom: 'page', tickets: [whole, { ticketId: '542' }] },
        refused: [{ ticket: bad, why: expect.stringContaining('minutes') }],
      },
    });
  });

  it('names the place of the first thing wrong', () => {
    expect(checkTicket({ ...whole, requesters: [{ userId: '1', email: 7 }] })).toMatchObject({
      ok: false,
      why: expect.stringContaining('requesters.0.email'),
    });
  });

  it('leaves markup as the text that it is', () => {
    const name = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const forged = { ticketId: '1', subject: name, requesters: [{ userId: '1', name }] };
    expect(checkTicket(forged)).toEqual({ ok: true, value: forged });
  });

  it('takes nothing along that it does not know, and poisons no prototype', () => {
    const checked = checkObservation(
      fromJson(`{"readFrom": "page", "source": "other", "__proto__": {"level": "expensive"}, "tickets": [
        {"ticketId": "1", "hints": {"fields": {"__proto__": "x", "constructor": "y", "Channel": "Phone"}}}
      ]}`),
    );
    const value = checked.ok ? checked.value.observation : undefined;
    expect(Object.keys(value ?? {}).toSorted()).toEqual(['readFrom', 'tickets']);
    expect(value).not.toHaveProperty('level');
    const fields = value?.tickets[0]?.hints?.fields ?? {};
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.keys(fields)).toEqual(['Channel']);
    expect({}).not.toHaveProperty('level');
  });

  it('never throws, and never lets through what it would refuse the second time', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), (anything) => {
        const checked = checkObservation(page(anything, { ticketId: '1', subject: anything, requesters: [anything] }));
        const again = checked.ok && checkObservation(checked.value.observation);
        expect(again).toMatchObject({ ok: true, value: { refused: [] } });
      }),
    );
  });
});

describe('a person', () => {
  it.each([
    [{ userId: '59' }, true],
    [{ email: 'hugo@acme.example' }, true],
    [{ userId: '59', email: 'hugo@acme.example' }, true],
    [{}, false],
    [{ userId: '' }, false],
    [{ email: 'x'.repeat(201) }, false],
    [{ userId: '59', customerId: 'abcdefghijkl' }, false],
    ['59', false],
  ])('%j is one: %s', (person, ok) => {
    expect(checkPersonRef(person).ok).toBe(ok);
  });
});
