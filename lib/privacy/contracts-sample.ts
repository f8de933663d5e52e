import papaparse from 'papaparse';

import { COLUMNS, type Column } from './contracts-read';

const ROWS: readonly Readonly<Partial<Record<Column, string>>>[] = [
  {
    customer: 'nora@mill.example',
    start: '2024-03-01',
    currency: 'EUR',
    earns: 'monthly',
    amount: '480.00',
    goods: '35.00',
    'clean years': '2',
    seats: '25',
  },
  { customer: 'nora@mill.example', start: '2024-03-01', earns: 'licence', amount: '9000', months: '36' },
  { customer: 'nora@mill.example', start: '2024-03-01', earns: 'work', amount: '650', from: '2025-05-12' },
  {
    organisation: 'Copper Kettle Catering',
    start: '2022-09-15',
    end: '2027-09-14',
    zone: 'Europe/Vienna',
    currency: 'EUR',
    earns: 'support',
    amount: '1200',
    until: '2026-09-14',
    ladder: 'sane',
    pauses: '2023-07-01/2023-08-31',
  },
  {
    organisation: 'Copper Kettle Catering',
    start: '2022-09-15',
    earns: 'resale',
    amount: '2400',
    cost: '2050',
    from: '2024-02-20',
  },
];

/** A table with every column, and one line of every kind of earning; the people are invented. */
export const contractsSample = (): string =>
  `\uFEFF${papaparse.unparse({ fields: [...COLUMNS], data: ROWS.map((row) => COLUMNS.map((column) => row[column] ?? '')) }, { newline: '\r\n' })}\r\n`;
