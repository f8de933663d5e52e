import { panelOfCounts } from '../../scripts/evaluate/count-panel';
import { countRowsOf } from '../../scripts/simulate/count-rows';
import { drawsOf } from '../../scripts/simulate/draw';
import { simulated } from '../../scripts/simulate/portfolio';
import { TEXTBOOK, type Truth } from '../../scripts/simulate/truth';
import { panelOfLog } from '@/lib/scoring/evaluation/log';
import { asKnownAt, contactsIn, predictedAt, type Panel } from '@/lib/scoring/evaluation/panel';
import { foreseen } from '@/lib/scoring/evaluation/shipped';
import type { History } from '@/lib/scoring/likelihood';
import { likeliest, type Likeliest } from '@/lib/scoring/likeliest';
import { probabilityOfAtMost } from '@/lib/scoring/predictive';

const MONTH_YEARS = 30.4375 / 365.25;

/** Two years of a portfolio whose truth is known, in months; everybody is watched from the first day. */
export const panelOf = (truth: Partial<Truth>): Panel =>
  panelOfCounts(countRowsOf(simulated({ ...TEXTBOOK, ...truth }), 'month'), MONTH_YEARS, 24);

/** The same as a log: who never called is not known. */
export const logOf = (truth: Partial<Truth>): Panel =>
  panelOfLog(simulated({ ...TEXTBOOK, ...truth }).contacts, 'month', 24);

export function fittedTo({ customers }: Panel, months: number): Likeliest {
  const histories = customers.map(({ counts, exposure }): History => ({
    counts: counts.slice(0, months),
    exposure: exposure.slice(0, months),
  }));
  return likeliest(histories, 30.4375, { alpha: 0.4, beta: 0.1, phi: 2, halfLifeDays: 180 });
}

/**
 * The share of customers whose contacts fall into the 90 % interval, over all origins: with both ends included, and by
 * randomised quantiles, which for a true model are even, though counts jump.
 */
export function coverageOf(
  panel: Panel,
  origins: readonly number[],
  horizon: number,
): { plain: number; randomised: number } {
  const draw = drawsOf(7).next().value;
  let [customers, plain, randomised] = [0, 0, 0];
  for (const origin of origins) {
    const predictions = foreseen(asKnownAt(panel, origin, horizon), origin, horizon);
    for (const customer of predictedAt(panel, origin, horizon)) {
      const predictive = predictions.get(customer.id);
      if (!predictive) throw new Error(`nothing is foreseen for ${customer.id}`);
      const y = contactsIn(customer, origin, origin + horizon);
      const [below, upTo] = [probabilityOfAtMost(y - 1, predictive), probabilityOfAtMost(y, predictive)];
      const quantile = below + draw.uniform() * (upTo - below);
      customers += 1;
      plain += Number(upTo >= 0.05 && below < 0.95);
      randomised += Number(quantile >= 0.05 && quantile <= 0.95);
    }
  }
  return { plain: plain / customers, randomised: randomised / customers };
}
