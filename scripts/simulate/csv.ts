import papaparse from 'papaparse';

import type { CountRow } from '../evaluate/count-panel.ts';
import type { Portfolio } from './truth.ts';

const table = (heads: readonly string[], rows: (string | number)[][]): string =>
  `${papaparse.unparse([[...heads], ...rows], { newline: '\n' })}\n`;

/** The contacts, as `npm run evaluate` reads them. */
export const csvOfContacts = ({ contacts }: Portfolio): string =>
  table(
    ['customer', 'at', 'organisation', 'kind', 'cause', 'outage'],
    contacts.map(({ customer, at, organisation = '', kind, cause, outage = '' }) => [
      customer,
      new Date(at).toISOString(),
      organisation,
      kind,
      cause,
      outage,
    ]),
  );

/** Counts by period, as `npm run evaluate` reads them. */
export const csvOfCounts = (rows: readonly CountRow[]): string =>
  table(
    ['customer', 'period', 'count', 'exposure', 'organisation'],
    rows.map(({ customer, period, count, exposure, organisation = '' }) => [
      customer,
      period,
      count,
      exposure,
      organisation,
    ]),
  );
