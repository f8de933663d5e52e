import { backtest } from '@/lib/scoring/evaluation/backtest';
import { panelOfLog, PERIOD_DAYS } from '@/lib/scoring/evaluation/log';
import type { Figures } from '@/lib/scoring/evaluation/metrics';
import { MODELS } from '@/lib/scoring/evaluation/models';
import { predictedAt, yearsIn, type Panel } from '@/lib/scoring/evaluation/panel';

import { panelOfCounts } from './count-panel.ts';
import type { History } from './history.ts';
import type { Options } from './options.ts';
import { Refused } from './refused.ts';

/** What is printed of one history. */
export interface Result {
  readonly customers: number;
  readonly contacts: number;
  readonly models: Readonly<Record<string, Figures>>;
}

/** Customers times periods: what fits into memory beside its copies. */
const MOST_CELLS = 4e7;

/** Evaluates a history at the origins that can tell something; what is left out is added to its notes. */
export function resultOf(history: History, options: Options): Result {
  const { entries, rows, notes } = history;
  if (entries.length > 0 && rows.length > 0)
    throw new Refused('some files hold contacts and some hold counts: one of a kind can be joined.');
  const told = new Set([...entries, ...rows].map(({ customer }) => customer)).size;
  const panel = panelOf(history, options, told);
  const origins = options.origins.filter((origin) => canTell(panel, origin, options.horizon, notes));
  if (origins.length === 0)
    throw new Refused(
      'no origin has customers known before it and a record after it: choose earlier ones, or a shorter --period.',
    );
  return {
    customers: told,
    contacts: rows.reduce((sum, { count }) => sum + count, entries.length),
    models: backtest(panel, origins, options.horizon, MODELS),
  };
}

function panelOf({ entries, rows }: History, { period, origins, horizon }: Options, customers: number): Panel {
  const until = Math.max(...origins) + horizon;
  if (customers * until > MOST_CELLS) {
    throw new Refused(
      `${customers} customers in ${until} periods are too many: choose a longer --period or earlier --origins.`,
    );
  }
  return entries.length > 0
    ? panelOfLog(entries, period, until)
    : panelOfCounts(rows, PERIOD_DAYS[period] / PERIOD_DAYS.year, until);
}

function canTell(panel: Panel, origin: number, horizon: number, notes: string[]): boolean {
  const predicted = predictedAt(panel, origin, horizon);
  if (predicted.length === 0) {
    notes.push(`origin ${origin} is left out: nobody is known before it and seen after it.`);
  } else if (!predicted.some((customer) => yearsIn(customer, origin + horizon - 1, origin + horizon) > 0)) {
    notes.push(
      `the record ends before the ${horizon} periods after origin ${origin} do: what is there of them is predicted.`,
    );
  }
  return predicted.length > 0;
}
