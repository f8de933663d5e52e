import type { Account } from './account';
import type { Contract } from './contract';
import { type Currencies, inBase } from './currency';
import { dayAt, merged, type Span } from './day-number';
import type { Day } from './days';
import { type DiscountStep, discountsIn } from './discount-steps';
import { type LossFacts, isLossMaking } from './loss-making';
import { lastYear } from './months';
import { type BookingRules, goodsOf, inForce, type RevenueKind, revenueOf } from './revenue';
import type { MarginStanding } from './standing';

/** Days that a margin looks back over, today included. */
const YEAR_DAYS = 365;

export interface MarginRules extends BookingRules {
  readonly currencies: Currencies;
  /** The vendor's; a contract may have its own. */
  readonly zone: string;
  /** What the no-claims discount is a discount on. */
  readonly discounted: readonly RevenueKind[];
}

/** A contract, and how the discount went on it. */
export interface Holding {
  readonly contract: Contract;
  readonly discounts: readonly DiscountStep[];
}

/** What a customer's margin is made of. */
export interface Business extends Pick<LossFacts, 'exposureDays' | 'counted'> {
  readonly now: number;
  readonly holdings: readonly Holding[];
  readonly days: readonly Day[];
  readonly decile?: number;
  readonly previous?: MarginStanding;
}

/**
 * The margin of the trailing 365 days (docs/SCORING.md §3.2); undefined where nobody has said what the customer pays. Where a
 * currency has no rate it stands alone: shown, but in no sum and with no flag.
 */
export function marginStanding(business: Business, rules: MarginRules): MarginStanding | undefined {
  const { now, decile, exposureDays, counted, previous } = business;
  const holdings = business.holdings.filter(({ contract: { revenue } }) => revenue.length > 0);
  const earnings = holdings.map((holding) => earningsOf(holding, now, rules));
  const days = merged(earnings.flatMap(({ active }) => active)).reduce((sum, { from, to }) => sum + to - from, 0);
  if (days === 0 && earnings.every(({ revenueMinor }) => revenueMinor === 0)) return undefined;
  const serveMinor = lastYear(business.days, now, rules.zone).reduce((sum, { costMinor }) => sum + costMinor, 0);
  const account = accountOf(earnings, { serveMinor, days }, rules.currencies);
  const minor = marginOf(account);
  const [foreign] = account.foreign;
  if (foreign) {
    const only = earnings.every(({ currency }) => currency === foreign.currency);
    const shown = only ? foreign : { minor, currency: rules.currencies.base };
    return { ...shown, lossMaking: false, account, alone: true };
  }
  const revenueMinor = account.revenueMinor - account.discountMinor;
  const facts = { minor, revenueMinor, exposureDays, counted };
  return {
    minor,
    currency: rules.currencies.base,
    lossMaking: isLossMaking(facts, previous?.lossMaking ?? false),
    ...(decile !== undefined && { decile }),
    account,
  };
}

const marginOf = ({ revenueMinor, discountMinor, goodsMinor, serveMinor }: Omit<Account, 'days' | 'foreign'>): number =>
  revenueMinor - discountMinor - goodsMinor - serveMinor;

/** What one contract brought in a year, minor units of its currency. */
interface Earnings {
  readonly currency: string;
  readonly revenueMinor: number;
  readonly discountMinor: number;
  readonly goodsMinor: number;
  /** The days of the year on which it was in force. */
  readonly active: readonly Span[];
}

function earningsOf({ contract, discounts }: Holding, now: number, rules: MarginRules): Earnings {
  const to = dayAt(now, contract.zone ?? rules.zone) + 1;
  const year = { from: to - YEAR_DAYS, to };
  const earned = (span: Span, kinds?: readonly RevenueKind[]): number => {
    const revenue = revenueOf(contract, span, rules);
    return (kinds ?? KINDS).reduce((sum, kind) => sum + revenue[kind], 0);
  };
  return {
    currency: contract.currency,
    revenueMinor: earned(year),
    discountMinor: discountsIn(discounts, year).reduce(
      (sum, { percent, ...span }) => sum + Math.round((earned(span, rules.discounted) * percent) / 100),
      0,
    ),
    goodsMinor: goodsOf(contract, year),
    active: inForce(contract).map((days) => ({ from: Math.max(days.from, year.from), to: Math.min(days.to, to) })),
  };
}

const KINDS: readonly RevenueKind[] = ['monthly', 'licence', 'support', 'resale', 'work'];

function accountOf(
  earnings: readonly Earnings[],
  { serveMinor, days }: Pick<Account, 'serveMinor' | 'days'>,
  currencies: Currencies,
): Account {
  const sums = { revenueMinor: 0, discountMinor: 0, goodsMinor: 0, serveMinor };
  const foreign = new Map<string, number>();
  for (const { currency, ...earned } of earnings) {
    const base = (minor: number): number | undefined => inBase(minor, currency, currencies);
    const revenueMinor = base(earned.revenueMinor);
    if (revenueMinor === undefined) {
      const net = earned.revenueMinor - earned.discountMinor - earned.goodsMinor;
      foreign.set(currency, (foreign.get(currency) ?? 0) + net);
    } else {
      sums.revenueMinor += revenueMinor;
      sums.discountMinor += base(earned.discountMinor) ?? 0;
      sums.goodsMinor += base(earned.goodsMinor) ?? 0;
    }
  }
  const toDate = days > 0 && days < YEAR_DAYS;
  return {
    ...sums,
    days,
    ...(toDate && { annualMinor: Math.round((marginOf(sums) * YEAR_DAYS) / days) }),
    foreign: [...foreign].map(([currency, minor]) => ({ currency, minor })),
  };
}
