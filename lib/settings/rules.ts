import { BUSINESS_MODELS } from '@/lib/scoring/business-model';
import { HALF_LIFE_DAYS } from '@/lib/scoring/fit';
import { ARTICLE } from '@/lib/scoring/ladder';
import { ladderById } from '@/lib/scoring/ladders/all';
import type { MarginRules } from '@/lib/scoring/margin';
import { COST_RATES } from '@/lib/scoring/rules';
import type { TallyRules } from '@/lib/scoring/tally';

import type { Settings } from './schema';

/** What the scoring is told by the settings; `systemZone` stands in where no zone is set. The half-life is that of the fit in force. */
export const tallyRules = (settings: Settings, systemZone: string, halfLifeDays = HALF_LIFE_DAYS): TallyRules => ({
  limits: settings.limits.filter((rule) => rule.on),
  costs: {
    ...COST_RATES,
    minuteMinor: settings.minuteMinor,
    contactMinor: settings.contactMinor,
    currency: settings.currency,
  },
  zone: settings.zone ?? systemZone,
  ladder: ladderById(settings.ladder) ?? ARTICLE,
  halfLifeDays,
});

/** By the business model, what the discount is on; until somebody has said how they earn, on fees and support. */
export const marginRules = (settings: Settings, zone: string): MarginRules => ({
  currencies: { base: settings.currency, rates: settings.currencyRates },
  zone,
  licences: settings.licences,
  discounted: BUSINESS_MODELS.find(({ id }) => id === settings.businessModel)?.discounted ?? ['monthly', 'support'],
});
