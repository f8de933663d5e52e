import { expect, it } from 'vitest';

import { DAY } from '@/lib/scoring/contact';

import { countRowsOf } from '../../../scripts/simulate/count-rows.ts';
import { csvOfContacts, csvOfCounts } from '../../../scripts/simulate/csv.ts';
import { TEXTBOOK, type Portfolio } from '../../../scripts/simulate/truth.ts';

const contact = (customer: string, day: number) =>
  ({ customer, at: day * DAY, kind: 'call', cause: 'request' }) as const;
const portfolio: Portfolio = {
  truth: TEXTBOOK,
  from: 0,
  to: 17.5 * DAY,
  customers: [
    { id: 'a', from: 0, to: 17.5 * DAY, rates: [] },
    { id: 'b', organisation: 'o1', from: 3.5 * DAY, to: 8.75 * DAY, rates: [] },
  ],
  outages: [],
  contacts: [
    contact('a', 0),
    contact('a', 6),
    { ...contact('b', 7), organisation: 'o1', outage: 'x' },
    contact('a', 14),
  ],
};

it('counts by period, with the part of it in which there was a customer', () => {
  expect(countRowsOf(portfolio, 'week')).toEqual([
    { customer: 'a', period: 0, count: 2, exposure: 1 },
    { customer: 'a', period: 1, count: 0, exposure: 1 },
    { customer: 'a', period: 2, count: 1, exposure: 0.5 },
    { customer: 'b', organisation: 'o1', period: 0, count: 0, exposure: 0.5 },
    { customer: 'b', organisation: 'o1', period: 1, count: 1, exposure: 0.25 },
  ]);
});

it('is written as a panel, and the contacts as a log', () => {
  expect(csvOfCounts(countRowsOf(portfolio, 'week').slice(2, 4))).toBe(
    'customer,period,count,exposure,organisation\na,2,1,0.5,\nb,0,0,0.5,o1\n',
  );
  expect(csvOfContacts(portfolio).split('\n').slice(2)).toEqual([
    'a,1970-01-07T00:00:00.000Z,,call,request,',
    'b,1970-01-08T00:00:00.000Z,o1,call,request,x',
    'a,1970-01-15T00:00:00.000Z,,call,request,',
    '',
  ]);
});
