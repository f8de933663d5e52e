import { HALF_LIFE_DAYS } from '@/lib/scoring/fit';
import { ARTICLE, SANE } from '@/lib/scoring/ladder';
import { COST_RATES } from '@/lib/scoring/rules';
import type { TallyRules } from '@/lib/scoring/tally';

import type { Settings } from './schema';

/** What the scoring is told by the settings; `systemZone` stands in where no zone is set. */
export const tallyRules = (settings: Settings, systemZone: string): TallyRules => ({
  limits: settings.limits.filter((rule) => rule.on),
  costs: {
    ...COST_RATES,
    minuteMinor: settings.minuteMinor,
    contactMinor: settings.contactMinor,
    currency: settings.currency,
  },
  zone: settings.zone ?? systemZone,
  ladder: settings.ladder === 'sane' ? SANE : ARTICLE,
  halfLifeDays: HALF_LIFE_DAYS,
});
