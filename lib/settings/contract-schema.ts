import * as v from 'valibot';

import type { Contract } from '@/lib/scoring/contract';

import { type Checked, checkedBy, currency, day, zone } from './plain';

/** What a contract must be to be kept, whether a form, a table or a file brings it. */

const minor = v.pipe(v.number(), v.integer('whole minor units'), v.minValue(0, 'zero or more'), v.maxValue(1e12));
const to = v.exactOptional(day);
const ends = <Row extends { readonly from: string; readonly to?: string | undefined }>() =>
  v.check<Row, string>((row) => row.to === undefined || row.to > row.from, 'it ends before it begins');

const pause = v.pipe(v.object({ from: day, to, loss: v.exactOptional(v.picklist(['confirmed', 'refused'])) }), ends());

const part = v.variant('kind', [
  v.pipe(v.object({ kind: v.literal('monthly'), minor, from: day, to }), ends()),
  v.pipe(v.object({ kind: v.literal('support'), minor, from: day, to }), ends()),
  v.object({
    kind: v.literal('licence'),
    minor,
    at: day,
    termMonths: v.pipe(v.number(), v.integer(), v.minValue(1, 'a month at least'), v.maxValue(600)),
  }),
  v.object({ kind: v.literal('resale'), minor, costMinor: minor, at: day }),
  v.object({ kind: v.literal('work'), minor, at: day }),
]);

export const contractSchema = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    holder: v.pipe(v.string(), v.minLength(1, 'somebody whose contract it is'), v.maxLength(1000)),
    start: day,
    end: v.exactOptional(day),
    zone: v.exactOptional(zone),
    pauses: v.pipe(v.array(pause), v.maxLength(200, 'two hundred pauses at most')),
    currency,
    revenue: v.pipe(v.array(part), v.maxLength(2000, 'two thousand earnings at most')),
    goodsMinor: v.exactOptional(minor),
    ladderId: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))),
    priorYears: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
    seats: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e7))),
  }),
  v.check(({ start, end }) => end === undefined || end > start, 'the contract ends before it begins'),
);

/** The contract if it can be kept, else the first thing wrong with it in words. Unknown fields are left out. */
export const checkContract = (value: unknown): Checked<Contract> => checkedBy(contractSchema, value);
