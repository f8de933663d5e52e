import { fading } from './forgetting';
import type { PortfolioSteps, Trend } from './portfolio-index';
import type { Evidence, Prior } from './rate';

/** Cold start (docs/SCORING.md §2.4): fitted on no portfolio, good on every one that was tried. */
const ALPHA = 0.4;
const PHI = 2;
export const HALF_LIFE_DAYS = 180;

/** The estimate weighs as much as two customers watched for a year. */
const ESTIMATE_YEARS = 2;

const SEASONED_CUSTOMERS = 30;
const ENOUGH_CONTACTS = 50;

/** Too little to fit anything: fewer than 30 customers with 30 days of exposure, or fewer than 50 counted contacts. */
export const isCold = (seasoned: number, contacts: number): boolean =>
  seasoned < SEASONED_CUSTOMERS || contacts < ENOUGH_CONTACTS;

/** Everybody is believed to be as the user's estimate, and the portfolio's evidence, say of the average. */
export const coldPrior = ({ n, e }: Evidence, estimate: number): Prior => ({
  alpha: ALPHA,
  phi: PHI,
  mean: (ESTIMATE_YEARS * estimate + n) / (ESTIMATE_YEARS + e),
});

/** Decayed contacts and years of all customers at the end of the last step; with a trend, years at its level. */
export function evidenceOfAll({ contacts, years, stepDays }: PortfolioSteps, trend?: Trend): Evidence {
  const { left, within } = fading(stepDays, HALF_LIFE_DAYS);
  let [n, e] = [0, 0];
  for (const [step, counted] of contacts.entries()) {
    const worth = trend ? (trend.rates[step] ?? 0) / trend.level : 1;
    n = n * left + counted * within;
    e = e * left + (years[step] ?? 0) * worth * within;
  }
  return { n, e };
}
