import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { asOfArgument, plan, type PlanOptions } from '../../demo/plan.ts';
import type { CustomerKind, PlannedTicket } from '../../demo/plan/shape.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-25T12:00:00Z');

const options: fc.Arbitrary<PlanOptions> = fc.record({
  asOf: fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2032-01-01T00:00:00Z') }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  scale: fc.constantFrom(0.15, 0.5, 1),
  customers: fc.integer({ min: 1, max: 90 }),
});

const instantsOf = ({ createdAt, solvedAt, messages, reopenings = [] }: PlannedTicket): number[] =>
  [createdAt, solvedAt ?? createdAt, ...messages.map(({ at }) => at), ...reopenings.map(({ at }) => at)].map(
    Date.parse,
  );

describe('a plan', () => {
  it('has the same bytes for the same options, and other people for another seed', () => {
    fc.assert(
      fc.property(options, (asked) => {
        expect(JSON.stringify(plan(asked))).toBe(JSON.stringify(plan({ ...asked })));
      }),
      { numRuns: 20 },
    );
    expect(plan({ asOf: NOON, seed: 2 }).customers).not.toEqual(plan({ asOf: NOON, seed: 1 }).customers);
  });

  it('tells of nothing after its end, and of nothing before its ticket', () => {
    fc.assert(
      fc.property(options, (asked) => {
        for (const ticket of plan(asked).tickets) {
          const instants = instantsOf(ticket);
          expect(Math.max(...instants)).toBeLessThanOrEqual(asked.asOf);
          expect(Math.min(...instants)).toBe(Date.parse(ticket.createdAt));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('spends the minutes of a ticket in its messages', () => {
    for (const { minutes, messages } of plan({ asOf: NOON }).tickets) {
      expect(messages.reduce((sum, message) => sum + message.minutes, 0)).toBe(minutes);
    }
  });

  it('names everybody once, at an address that cannot exist', () => {
    const { customers } = plan({ asOf: NOON, customers: 400 });
    expect(new Set(customers.map(({ name }) => name)).size).toBe(400);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(400);
    expect(customers.every(({ email }) => email.endsWith('.example'))).toBe(true);
  });

  it('lets only people it knows ask', () => {
    const { customers, tickets } = plan({ asOf: NOON });
    const known = new Set(customers.map(({ email }) => email));
    expect(tickets.flatMap(({ requesters }) => requesters).filter((email) => !known.has(email))).toEqual([]);
  });

  it.each<[CustomerKind, (daysAgo: readonly number[]) => boolean]>([
    ['weekly-conference', (days) => days.filter((day) => day < 30).length >= 3],
    ['weekly-phone', (days) => days.filter((day) => day < 31).length >= 3],
    ['frequent', (days) => days.filter((day) => day < 190).length >= 14],
    ['ordinary', (days) => days.length >= 4],
    ['yearly', (days) => days.length === 6],
    ['quiet-then-outage', ([last = 0, before = 0]) => last < 24 && before > 5 * 365],
    ['almost-quiet-then-outage', ([last = 0, before = 0]) => last < 8 && before < 5 * 365],
    ['quiet', ([last = 0]) => last > 5 * 365],
    ['lapsed-frequent', ([last = 0]) => last > 2 * 365],
    ['never', (days) => days.length === 0],
  ])('has customers who are %s', (kind, isTrue) => {
    const { customers, tickets } = plan({ asOf: NOON });
    const theirs = customers.filter((customer) => customer.kind === kind);
    expect(theirs).not.toEqual([]);
    for (const { email } of theirs) {
      const own = tickets.filter(({ requesters }) => requesters[0] === email);
      const daysAgo = own.map(({ createdAt }) => (NOON - Date.parse(createdAt)) / DAY).toSorted((a, b) => a - b);
      expect(isTrue(daysAgo), `${email}: ${daysAgo.join(', ')}`).toBe(true);
    }
  });

  it('reopens two tickets, one of them within fourteen days', () => {
    const reopenings = plan({ asOf: NOON }).tickets.flatMap(({ reopenings: all = [] }) => all);
    const daysAfter = reopenings.map(({ at, solvedAt }) => (Date.parse(at) - Date.parse(solvedAt)) / DAY);
    expect(daysAfter.toSorted((a, b) => a - b)).toEqual([6, 40]);
  });

  it.each([{ customers: 0 }, { customers: 401 }, { customers: 2.5 }, { scale: 0 }, { asOf: Number.NaN }])(
    'refuses %o',
    (wrong) => {
      expect(() => plan({ asOf: NOON, ...wrong })).toThrow(RangeError);
    },
  );
});

describe('the end of a history', () => {
  it.each([
    [undefined, '2026-11-25T12:00:00Z'],
    ['2026-11-02', '2026-11-02T17:00:00Z'],
    ['2026-11-02T09:00Z', '2026-11-02T09:00:00Z'],
    ['2026-11-02T09:00+02:00', '2026-11-02T07:00:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(asOfArgument(text, NOON + 1_234_567)).toBe(Date.parse(instant));
  });

  it.each(['yesterday', '2026-13-01', '2026-11-02T09:00'])('%s is refused', (text) => {
    expect(() => asOfArgument(text, NOON)).toThrow('--as-of wants');
  });
});
