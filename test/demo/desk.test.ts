import { beforeEach, describe, expect, it } from 'vitest';

import { deskOf, type Desk } from '../../demo/desk/desk.ts';
import { plan } from '../../demo/plan.ts';

const START = Date.parse('2026-11-25T12:00:00Z');
let now = START;
let desk: Desk;
const made = plan({ asOf: START, customers: 20, scale: 0.3 });

beforeEach(() => {
  now = START;
  desk = deskOf(made, () => now);
});

describe('the desk', () => {
  it('knows everybody and every ticket of the plan', () => {
    expect(desk.people().map(({ email }) => email)).toEqual(made.customers.map(({ email }) => email));
    expect(desk.tickets()).toHaveLength(made.tickets.length);
    const instants = desk.tickets().map(({ createdAt }) => createdAt);
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
  });

  it('finds somebody by number and by address in any case', () => {
    const [first] = desk.people();
    expect(desk.person(first?.id ?? '')).toBe(first);
    expect(desk.person(first?.email?.toUpperCase() ?? '')).toBe(first);
    expect(desk.person('')).toBeUndefined();
  });

  it('takes a stranger in by address, once', () => {
    const before = desk.people().length;
    const ask = { requester: 'new@company.example', subject: 'Hello', text: 'Hello' };
    expect(desk.add(ask).requesters).toEqual(desk.add(ask).requesters);
    expect(desk.people()).toHaveLength(before + 1);
  });

  it('keeps a reopening with the solve it undid', () => {
    const { id } = desk.add({ requester: 'new@company.example', subject: 'Hello', text: 'Hello' });
    now += 1000;
    desk.setStatus(id, 'solved');
    now += 1000;
    desk.setStatus(id, 'open');
    expect(desk.ticket(id)).toMatchObject({
      status: 'open',
      solvedAt: null,
      updatedAt: START + 2000,
      entries: [{ what: 'reopened', at: START + 2000, solvedAt: START + 1000 }],
    });
  });

  it('takes spam away without a reopening', () => {
    const { id } = desk.add({ requester: 'new@company.example', subject: 'Hello', text: 'Hello', status: 'solved' });
    desk.setStatus(id, 'spam');
    expect(desk.ticket(id)).toMatchObject({ status: 'spam', entries: [] });
  });

  it('notes a call, but not work, as an entry of its own', () => {
    const { id } = desk.add({ requester: 'new@company.example', subject: 'Hello', text: 'Hello', minutes: 5 });
    desk.logTime(id, { what: 'work', minutes: 10 });
    desk.logTime(id, { what: 'call', minutes: 20 });
    expect(desk.ticket(id)).toMatchObject({ minutes: 35, entries: [{ what: 'call', minutes: 20 }] });
  });

  it('merges into a ticket that exists', () => {
    const [first, second] = desk.tickets();
    if (!first || !second) throw new Error('a desk without tickets');
    desk.merge(first.id, 999_999);
    expect(desk.ticket(first.id)).toBe(first);
    desk.merge(first.id, second.id);
    expect(desk.ticket(first.id)).toMatchObject({ mergedInto: second.id, status: 'closed' });
  });
});
