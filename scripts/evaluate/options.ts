import { parseArgs } from 'node:util';
import { PERIOD_DAYS, type Period } from '@/lib/scoring/evaluation/log';

import { Refused } from './refused.ts';

export interface Options {
  readonly files: readonly string[];
  readonly period: Period;
  readonly origins: readonly number[];
  readonly horizon: number;
  readonly json: boolean;
  /** The files are parts of one history. */
  readonly joined: boolean;
}

/** More periods than a lifetime of days need not be cut. */
const MOST_PERIODS = 40_000;

export const HELP = `How well would the badges have predicted? At past dates every model is fitted on what lay before and
predicts what came after.

  npm run -s evaluate -- FILE.csv [FILE.csv …] --period day|week|month|year --origins 4,6,8,10 [--horizon 2] [--joined] [--json]

A row is one contact                customer,at[,organisation][,kind]
or what one period counted          customer,period,count[,exposure][,organisation]

  at          2026-03-02T09:00Z, 2026-03-02T10:00+01:00, 2026-03-02, or epoch milliseconds; without a zone it is UTC
  period      a whole number, such as a year; the smallest is period 0
  exposure    in periods, 1 where it is not said
  kind        is allowed and changes nothing, like cause and outage of a simulated portfolio

  --period    how long a period is; a month is 30.4375 days, a year 365.25. Period 0 begins at 00:00 UTC of the first contact's day
  --origins   in which periods to stand and look ahead: 4 knows periods 0 to 3
  --horizon   how many periods to predict, as one sum; 1 where it is not said
  --joined    the files are parts of one history; else each is evaluated by itself
  --json      prints JSON alone: one object, or with several files one per file by its name

The clock of a contact's customer starts at the first contact, which is not counted. Rows may come in any order, parted by
commas, semicolons or tabs. What was noticed on the way is said on the error output; what cannot be read ends with code 2.
`;

/** What was asked for; undefined for help. */
export function optionsOf(args: readonly string[]): Options | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const { period = '', origins = '', horizon = '1', json = false, joined = false } = values;
  if (positionals.length === 0) throw new Refused('Name a CSV file; --help says what it holds.');
  if (!Object.hasOwn(PERIOD_DAYS, period))
    throw new Refused('Say how long a period is: --period day, week, month or year.');
  return {
    files: [...new Set(positionals)],
    period: period as Period,
    origins: [...new Set(origins.split(',').map((text) => whole('--origins', text)))].toSorted((a, b) => a - b),
    horizon: whole('--horizon', horizon),
    json,
    joined,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        origins: { type: 'string' },
        horizon: { type: 'string' },
        json: { type: 'boolean' },
        joined: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw error instanceof TypeError ? new Refused(error.message) : error;
  }
}

function whole(option: string, text: string): number {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  if (!(value >= 1 && value <= MOST_PERIODS)) {
    throw new Refused(
      `${option} takes whole numbers from 1 to ${MOST_PERIODS}, not "${text}": ${option} ${option === '--origins' ? '4,6,8,10' : '2'}.`,
    );
  }
  return value;
}
