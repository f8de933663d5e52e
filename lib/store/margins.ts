import type { Contract } from '@/lib/scoring/contract';
import { stepsOf } from '@/lib/scoring/discount-steps';
import { ladderStanding } from '@/lib/scoring/ladder-standing';
import { marginStanding } from '@/lib/scoring/margin';
import type { MarginStanding } from '@/lib/scoring/standing';
import type { Tally, TallyRules } from '@/lib/scoring/tally';
import { marginRules } from '@/lib/settings/rules';
import type { Settings } from '@/lib/settings/schema';

interface Earned {
  readonly now: number;
  /** As they hold for the subject. */
  readonly rules: TallyRules;
  readonly settings: Settings;
  readonly contracts: readonly Contract[];
  readonly exposureDays: number;
  readonly previous?: MarginStanding;
}

/** What a subject earned beyond its cost in the last year; undefined where no contract says what it pays. */
export function marginOf(tally: Tally, earned: Earned): MarginStanding | undefined {
  const { now, rules, settings, contracts, exposureDays, previous } = earned;
  if (contracts.length === 0) return undefined;
  const discounts = discountsOf(tally, rules, now);
  return marginStanding(
    {
      now,
      holdings: contracts.map((contract) => ({ contract, discounts })),
      days: tally.days,
      exposureDays,
      counted: tally.counted,
      ...(previous && { previous }),
      ...(previous?.decile !== undefined && { decile: previous.decile }),
    },
    marginRules(settings, rules.zone),
  );
}

function discountsOf({ ladder: state, year }: Tally, { ladder, zone, agreed }: TallyRules, now: number) {
  if (!state || !year) return [];
  return stepsOf(ladderStanding({ ladder, zone, state, year, ...(agreed && { agreed }) }, now), zone);
}
