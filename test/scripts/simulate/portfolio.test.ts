import { describe, expect, it } from 'vitest';

import { DAY, YEAR } from '@/lib/scoring/contact';

import { csvOfContacts } from '../../../scripts/simulate/csv.ts';
import { simulated } from '../../../scripts/simulate/portfolio.ts';
import { TEXTBOOK, type Portfolio, type Truth } from '../../../scripts/simulate/truth.ts';

const SEEDS = [1, 2, 3, 4];
const portfolio = (more: Partial<Truth> = {}): Portfolio =>
  simulated({ ...TEXTBOOK, customers: 500, alpha: 2, ...more });
const years = ({ customers }: Portfolio): number =>
  customers.reduce((sum, { from, to }) => sum + (to - from) / YEAR, 0);
const contactsAYear = (one: Portfolio): number => one.contacts.length / years(one);
const meanOverSeeds = (figure: (one: Portfolio) => number, more: Partial<Truth>): number =>
  SEEDS.reduce((sum, seed) => sum + figure(portfolio({ ...more, seed })), 0) / SEEDS.length;
const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.filter(holds).length / values.length;

describe('a simulated portfolio', () => {
  it('is the same to the byte of the same seed, and another of another', () => {
    const all: Partial<Truth> = {
      bursts: 0.3,
      season: 0.5,
      changes: 1,
      churn: 0.2,
      arrivals: 0.3,
      outages: 2,
      weekly: 0.02,
      organisation: 5,
    };
    expect(csvOfContacts(portfolio(all))).toBe(csvOfContacts(portfolio(all)));
    expect(csvOfContacts(portfolio(all))).not.toBe(csvOfContacts(portfolio({ ...all, seed: 2 })));
  });

  it('begins a larger one with the same customers', () => {
    const of = (customers: number) => portfolio({ customers, organisation: 4, outages: 3, changes: 1 });
    const [small, large] = [of(10), of(40)];
    expect(large.customers.slice(0, 10)).toEqual(small.customers);
    expect(large.contacts.filter(({ customer }) => small.customers.some(({ id }) => id === customer))).toEqual(
      small.contacts,
    );
  });

  it('has every contact within its customer’s time, oldest first', () => {
    const one = portfolio({ churn: 1, arrivals: 0.5, bursts: 0.5, outages: 5, weekly: 0.1 });
    const times = new Map(one.customers.map(({ id, from, to }) => [id, { from, to }]));
    for (const { customer, at } of one.contacts) {
      expect(at).toBeGreaterThanOrEqual(Math.floor(times.get(customer)!.from));
      expect(at).toBeLessThan(times.get(customer)!.to);
      expect(Number.isInteger(at)).toBe(true);
    }
    expect(one.contacts).toEqual(one.contacts.toSorted((a, b) => a.at - b.at));
    expect(one.to - one.from).toBe(730.5 * DAY);
  });
});

describe('what was asked for comes out, over several seeds', () => {
  it('the mean of a textbook portfolio', () => {
    expect(meanOverSeeds(contactsAYear, {}) / 3).toBeCloseTo(1, 1);
    expect(meanOverSeeds(contactsAYear, { mean: 0 })).toBe(0);
  });

  it('a spread of rates with the variance 1/alpha', () => {
    const spread = meanOverSeeds(({ customers }) => {
      const rates = customers.map(({ rates: [first] }) => first!.rate / 3);
      const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
      return rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
    }, {});
    expect(Math.abs(spread - 0.5)).toBeLessThan(0.08);
  });

  it('bursts: 1/(1 − q) contacts for every reason, within 3 days of one another', () => {
    expect(meanOverSeeds(contactsAYear, { bursts: 0.4 }) / (3 / 0.6)).toBeCloseTo(1, 1);
    const [most] = portfolio({ customers: 1, mean: 1, alpha: 1000, bursts: 0.9, seed: 5 }).contacts;
    expect(most).toBeDefined();
    const near = (one: Portfolio): number => {
      const at = one.contacts.map((contact) => contact.at);
      return share(at.slice(1), (instant) => at.some((other) => other < instant && instant - other <= 3 * DAY));
    };
    expect(near(portfolio({ customers: 1, mean: 1, alpha: 1000, bursts: 0.9, seed: 5 }))).toBeGreaterThan(0.8);
    expect(near(portfolio({ customers: 1, mean: 1, alpha: 1000, days: 3652.5, seed: 5 }))).toBeLessThan(0.3);
  });

  it('seasons: as much more in one half of the year as less in the other', () => {
    const inFirstHalf = ({ contacts }: Portfolio): number => share(contacts, ({ at }) => (at % YEAR) / YEAR < 0.5);
    expect(meanOverSeeds(inFirstHalf, { season: 0.6 })).toBeCloseTo(0.5 + 0.6 / Math.PI, 1);
    expect(meanOverSeeds(inFirstHalf, {})).toBeCloseTo(0.5, 1);
    expect(meanOverSeeds(contactsAYear, { season: 0.6 }) / 3).toBeCloseTo(1, 1);
  });

  it('churn: customers leave at the rate, and are there to the end without it', () => {
    const stayed = ({ customers, to }: Portfolio): number => share(customers, (customer) => customer.to === to);
    expect(meanOverSeeds(stayed, { churn: 0.5 })).toBeCloseTo(Math.exp(-1), 1);
    expect(stayed(portfolio())).toBe(1);
    expect(meanOverSeeds(contactsAYear, { churn: 0.5 }) / 3).toBeCloseTo(1, 1);
  });

  it('arrivals: so many come later, spread over the history', () => {
    const late = (one: Portfolio) => one.customers.filter(({ from }) => from > one.from);
    expect(meanOverSeeds((one) => late(one).length / 500, { arrivals: 0.4 })).toBeCloseTo(0.4, 1);
    expect(late(portfolio())).toEqual([]);
    const middle = ({ from }: { from: number }, one: Portfolio) => (from - one.from) / (one.to - one.from) < 0.5;
    expect(meanOverSeeds((one) => share(late(one), (each) => middle(each, one)), { arrivals: 1 })).toBeCloseTo(0.5, 1);
  });

  it('changes: so many a year, each with a rate of its own', () => {
    const changes = (one: Portfolio): number =>
      one.customers.reduce((sum, { rates }) => sum + rates.length - 1, 0) / years(one);
    expect(meanOverSeeds(changes, { changes: 2 }) / 2).toBeCloseTo(1, 1);
    expect(changes(portfolio())).toBe(0);
    const [{ rates } = { rates: [] }] = portfolio({ changes: 6 }).customers;
    expect(new Set(rates.map(({ rate }) => rate)).size).toBe(rates.length);
    expect(rates).toEqual(rates.toSorted((a, b) => a.from - b.from));
    expect(meanOverSeeds(contactsAYear, { changes: 2 }) / 3).toBeCloseTo(1, 1);
  });

  it('outages: three in ten call about each, while it lasts, through no fault of theirs', () => {
    const one = portfolio({ outages: 4, mean: 0, seed: 3 });
    expect(one.outages.map(({ id }) => id)).toEqual(['outage-1', 'outage-2', 'outage-3', 'outage-4']);
    for (const { id, from, to } of one.outages) {
      const struck = one.contacts.filter(({ outage }) => outage === id);
      expect(struck.length / 500).toBeCloseTo(0.3, 1);
      expect(
        struck.every(({ at, cause, kind }) => at >= from && at < to && cause === 'product_fault' && kind === 'call'),
      ).toBe(true);
      expect(to - from).toBeLessThanOrEqual(2 * DAY);
    }
    expect(one.contacts.every(({ outage }) => outage !== undefined)).toBe(true);
  });

  it('weekly callers: at the same hour of a working day, nine weeks in ten', () => {
    const one = portfolio({ weekly: 0.2, mean: 0, arrivals: 0.5 });
    const callers = one.customers.filter(({ conference }) => conference);
    expect(callers.length / 500).toBeCloseTo(0.2, 1);
    for (const { id, conference, from, to } of callers) {
      const held = one.contacts.filter(({ customer }) => customer === id);
      expect(conference!.weekday).toBeGreaterThanOrEqual(1);
      expect(conference!.weekday).toBeLessThanOrEqual(5);
      for (const { at, kind } of held) {
        expect([new Date(at).getUTCDay(), (at % DAY) / (DAY / 24), kind]).toEqual([
          conference!.weekday,
          conference!.hour,
          'conference',
        ]);
      }
      const weeks = (to - from) / (7 * DAY);
      expect(held.length).toBeGreaterThan(weeks * 0.9 - 4 * Math.sqrt(weeks * 0.09) - 1);
      expect(held.length).toBeLessThan(weeks * 0.9 + 4 * Math.sqrt(weeks * 0.09) + 1);
      expect(held.length).toBeLessThanOrEqual(weeks + 1);
    }
    expect(one.contacts.every(({ customer }) => callers.some(({ id }) => id === customer))).toBe(true);
  });

  it('organisations: customers of one are more alike than those of others', () => {
    const one = portfolio({ organisation: 5, organisationAlpha: 0.5, alpha: 20, customers: 1000 });
    expect(new Set(one.customers.map(({ organisation }) => organisation)).size).toBe(200);
    expect(one.customers.slice(3, 7).map(({ organisation }) => organisation)).toEqual(['o1', 'o1', 'o2', 'o2']);
    const rateOf = (index: number): number => Math.log(one.customers[index]!.rates[0]!.rate);
    const apart = (other: number): number =>
      Array.from({ length: 200 }, (_, each) => Math.abs(rateOf(5 * each) - rateOf((5 * each + other) % 1000))).reduce(
        (a, b) => a + b,
      ) / 200;
    expect(apart(1)).toBeLessThan(apart(5) / 3);
    expect(one.contacts[0]?.organisation).toMatch(/^o\d+$/);
    expect(portfolio().customers[0]).not.toHaveProperty('organisation');
  });

  it('crashes: the share of contacts that is asked for, the rest of other causes', () => {
    const crashed = ({ contacts }: Portfolio): number => share(contacts, ({ cause }) => cause === 'unknown_crash');
    expect(meanOverSeeds(crashed, { crashes: 0.2 })).toBeCloseTo(0.2, 1);
    expect(crashed(portfolio({ crashes: 0 }))).toBe(0);
    expect(new Set(portfolio().contacts.map(({ cause }) => cause)).size).toBe(7);
    expect(new Set(portfolio().contacts.map(({ kind }) => kind))).toEqual(
      new Set(['message', 'chat', 'call', 'visit']),
    );
  });
});
