import { parseArgs } from 'node:util';
import { PERIOD_DAYS, type Period } from '@/lib/scoring/evaluation/log';

import { Refused } from '../evaluate/refused.ts';
import { TEXTBOOK, type Truth } from './truth.ts';

export interface Wanted {
  readonly truth: Truth;
  readonly out: string;
  /** Counts by period are written in place of single contacts. */
  readonly panel?: Period;
}

const MOST = 1e7;

/** What a number may be, and what it says. */
const NUMBERS: Readonly<Record<keyof Truth, { least: number; most: number; whole?: true; says: string }>> = {
  customers: { least: 1, most: MOST, whole: true, says: 'how many' },
  seed: { least: 0, most: 2 ** 31 - 1, whole: true, says: 'the same seed gives the same portfolio' },
  days: { least: 1, most: 36_525, says: 'length of the history' },
  mean: { least: 0, most: MOST, says: 'contacts a year that the average customer has reason for' },
  alpha: { least: 0.01, most: 1000, says: 'shape of the spread of rates: small is unequal' },
  bursts: { least: 0, most: 0.95, says: 'probability that a contact brings another within 3 days' },
  season: { least: 0, most: 1, says: 'how much more comes in the middle of a season' },
  changes: { least: 0, most: 365, says: 'how often a year a customer becomes another one' },
  churn: { least: 0, most: 365, says: 'rate a year at which customers leave' },
  arrivals: { least: 0, most: 1, says: 'share of customers who come in the course of the history' },
  outages: { least: 0, most: 10_000, whole: true, says: 'how many; three in ten customers call about each' },
  weekly: { least: 0, most: 1, says: 'share of customers with a weekly conference' },
  organisation: { least: 1, most: MOST, whole: true, says: 'customers of one organisation; 1 is none' },
  organisationAlpha: { least: 0.01, most: 1000, says: 'shape of the spread between organisations' },
  crashes: { least: 0, most: 1, says: 'share of contacts whose cause is an unknown crash' },
};

const KEYS = Object.keys(NUMBERS) as (keyof Truth)[];

const flagOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const HELP = `Makes a portfolio of known truth: its contacts as CSV, and the truth as JSON beside it.

  npm run -s simulate -- [--customers 2000] [--seed 1] [--out portfolio.csv] [--panel day|week|month|year] …

${KEYS.map((key) => `  ${`--${flagOf(key)} ${TEXTBOOK[key]}`.padEnd(26)}${NUMBERS[key].says}`).join('\n')}
  ${'--panel month'.padEnd(26)}counts by period with their exposure, in place of single contacts
  ${'--out portfolio.csv'.padEnd(26)}the truth goes to portfolio.truth.json
`;

/** What was asked for; undefined for help. */
export function wantedOf(args: readonly string[]): Wanted | undefined {
  const values = parsed(args);
  if (values['help']) return undefined;
  const truth = Object.fromEntries(KEYS.map((key) => [key, numberOf(key, values[flagOf(key)])])) as unknown as Truth;
  const { out = 'portfolio.csv', panel } = values;
  if (panel !== undefined && !Object.hasOwn(PERIOD_DAYS, String(panel))) {
    throw new Refused('--panel takes day, week, month or year.');
  }
  return { truth, out: String(out), ...(panel !== undefined && { panel: panel as Period }) };
}

function parsed(args: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries([...KEYS.map(flagOf), 'out', 'panel'].map((flag) => [flag, text])),
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw error instanceof TypeError ? new Refused(error.message) : error;
  }
}

function numberOf(key: keyof Truth, text: string | boolean | undefined): number {
  if (text === undefined) return TEXTBOOK[key];
  const { least, most, whole } = NUMBERS[key];
  const value = text === '' ? NaN : Number(text);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new Refused(`--${flagOf(key)} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}".`);
}
