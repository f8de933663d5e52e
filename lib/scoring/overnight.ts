import { caseOf } from './case';
import type { Circumstances } from './circumstances';
import { DAY } from './contact';
import { type Experience, experienceOf } from './figures';
import { levelOf } from './levels';
import { meanOf, type Posterior, posteriorOf, probabilityAbove } from './rate';
import type { Standing } from './standing';
import { suggestionOf } from './suggestion';
import type { Tally } from './tally-state';
import { unscoredOf } from './unscored';
import { QUIET_DAYS } from './well-behaved';

/** So far may a figure in a list be from that of today; who looks at a customer sees the figures of the moment. */
const TOLERANCE = 0.1;
const OLDEST = 60 * DAY;

const isNear = (before: number, now: number): boolean => Math.abs(now - before) <= TOLERANCE * Math.abs(before);

/**
 * Whether a nightly assessment would only restate what stands: same level, flags and suggestion, and figures that are near.
 * Then there is none: a night over everybody takes microseconds each. For a tally that has not changed since it was assessed,
 * through which time has passed.
 */
export function standsStill(tally: Tally, standing: Standing, circumstances: Circumstances): boolean {
  const { now, fit, person } = circumstances;
  if (now - standing.changedAt > OLDEST) return false;
  const experience = experienceOf(tally, circumstances);
  const posterior = posteriorOf(fit, experience.evidence);
  const mean = meanOf(posterior);
  const { rate } = standing;
  if (!isNear(rate.mean, mean) || !isNear(rate.limit, fit.limit) || !isNear(rate.priorMean, fit.mean)) return false;
  const unscored = unscoredOf(person, fit, { mean });
  if (unscored || standing.unscored) return unscored === standing.unscored;
  const facts = { above: probabilityAbove(posterior, fit.limit), ...tally, days: experience.days };
  return (
    levelOf(facts, standing, { now, occasion: 'nightly' }).level === standing.level &&
    isSameBusiness(standing, circumstances) &&
    isSameSuggestion(tally, standing, circumstances, { ...experience, posterior })
  );
}

function isSameBusiness({ margin, conference }: Standing, now: Circumstances): boolean {
  const isSameMargin =
    margin?.lossMaking === now.margin?.lossMaking &&
    margin?.decile === now.margin?.decile &&
    isNear(margin?.minor ?? 0, now.margin?.minor ?? 0);
  return (
    isSameMargin && conference?.weekly === now.conference?.weekly && conference?.standIn === now.conference?.standIn
  );
}

function isSameSuggestion(
  tally: Tally,
  standing: Standing,
  circumstances: Circumstances,
  { posterior, ...experience }: Experience & { readonly posterior: Posterior },
): boolean {
  const mayBeLoved = standing.level === 'calm' && experience.days >= QUIET_DAYS;
  const aboveMean = mayBeLoved ? probabilityAbove(posterior, circumstances.fit.mean) : 1;
  const one = caseOf(tally, circumstances, { ...experience, rate: { aboveMean }, bare: standing });
  const proposed = suggestionOf(one);
  return (
    one.loved === standing.loved &&
    proposed?.suggestion === standing.suggestion &&
    (proposed === undefined || isNear(standing.rank ?? 0, proposed.rank))
  );
}
