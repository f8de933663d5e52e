import { within } from './agreed';
import type { Circumstances } from './circumstances';
import { DAY } from './contact';
import type { Day } from './days';
import { evidenceOf } from './evidence';
import { lastYear } from './months';
import { type Evidence, exposedDays, type Interval } from './rate';
import { rateStanding, seenUntil } from './rate-standing';
import type { RateStanding } from './standing';
import type { Tally } from './tally-state';

/** What a customer has shown, and in how long a time. */
export interface Experience {
  /** The day, or the last contact in it: as of when the rate is taken. */
  readonly today: number;
  readonly exposure: readonly Interval[];
  /** Days of exposure. */
  readonly days: number;
  readonly evidence: Evidence;
  /** When the acquaintance began, or the contract if that was earlier. */
  readonly began: number | undefined;
}

/** What a standing rests on. */
export interface Figures extends Experience {
  readonly rate: RateStanding;
  /** Days with contacts in the last year. */
  readonly year: readonly Day[];
}

export function experienceOf(tally: Tally, { now, rules, fit, exposure: covered, person }: Circumstances): Experience {
  const { agreed, halfLifeDays } = rules;
  const { firstAt, lastAt = 0 } = tally;
  const known = !person.objection && (agreed ?? firstAt) !== undefined;
  const exposure = known ? (agreed ? within(agreed, covered) : covered) : [];
  const today = Math.max(Math.floor(now / DAY) * DAY, Math.min(now, lastAt));
  const seen = seenUntil(exposure, today);
  const began = Math.min(agreed?.from ?? Infinity, firstAt ?? Infinity);
  return {
    today,
    exposure,
    days: exposedDays(seen),
    evidence: evidenceOf(tally, seen, fit.index ? { halfLifeDays, index: fit.index } : { halfLifeDays }, today),
    began: known && began <= now ? began : undefined,
  };
}

export function figuresOf(tally: Tally, circumstances: Circumstances): Figures {
  const { now, rules, fit } = circumstances;
  const experience = experienceOf(tally, circumstances);
  return {
    ...experience,
    rate: rateStanding(fit, experience.evidence),
    year: lastYear(tally.days, now, rules.zone),
  };
}
