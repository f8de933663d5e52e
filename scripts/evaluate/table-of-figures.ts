import type { Result } from './result.ts';

const HEADS = {
  deviance: 'deviance',
  gini: 'Gini',
  auc: 'AUC',
  predictedOverActual: 'pred/actual',
  coverage: 'coverage',
} as const;
const NAMES: Readonly<Record<string, string>> = {
  shipped: 'shipped core',
  portfolioMean: 'portfolio mean',
  lastPeriod: 'last period',
  rawMean: 'raw mean',
  exponentialSmoothing: 'exponential smoothing',
  gammaPoisson: 'Gamma-Poisson',
};
const WIDTH = 13;
const NAME_WIDTH = 23;

/** The figures of every model, one a line, to be read by people. */
export function tableOfFigures({ customers, contacts, models }: Result): string {
  const columns = Object.keys(HEADS) as (keyof typeof HEADS)[];
  const lines = Object.entries(models).map(([name, figures]) => [
    (NAMES[name] ?? name).padEnd(NAME_WIDTH),
    ...columns.map((column) => shown(figures[column]).padStart(WIDTH)),
  ]);
  const heads = ['model'.padEnd(NAME_WIDTH), ...Object.values(HEADS).map((head) => head.padStart(WIDTH))];
  return [`${customers} customers, ${contacts} contacts`, ...[heads, ...lines].map((cells) => cells.join(''))].join(
    '\n',
  );
}

const shown = (figure: number): string => (Number.isFinite(figure) ? figure.toFixed(3) : '–');
