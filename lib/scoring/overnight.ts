import { caseOf } from './case';
import type { Circumstances } from './circumstances';
import { DAY } from './contact';
import { experienceOf } from './figures';
import { levelOf } from './levels';
import { meanOf, posteriorOf, probabilityAbove } from './rate';
import type { Standing } from './standing';
import { type Case, suggestionOf } from './suggestion';
import type { Tally } from './tally-state';
import { unscoredOf } from './unscored';

/** So far may a figure in a list be from that of today; who looks at a customer sees the figures of the moment. */
const TOLERANCE = 0.1;
const OLDEST = 90 * DAY;
/** Half of the lowest probability at which a level changes: nobody comes from there to here by time alone. */
const FAR = 0.06;
const WEEK_DAYS = 7;

const isNear = (before: number, now: number): boolean => Math.abs(now - before) <= TOLERANCE * Math.abs(before);

type Night = Pick<Circumstances, 'now' | 'fit'>;

/**
 * Whether a customer need not even be looked at tonight: nothing fell due, and by time alone nobody comes from so far to
 * another level. Each has one night of the week in which they are looked at all the same. It asks for nothing but what is kept
 * of everybody, so that a night reads little else.
 */
export const mayRest = (tally: Tally, standing: Standing, night: Night): boolean =>
  isFar(tally, standing) && !isTheirNight(standing.customerId, night.now) && isUpToDate(tally, standing, night);

/** Whether an assessment tonight would only restate what stands: same level, flags and suggestion, and figures that are near. */
export const standsStill = (tally: Tally, standing: Standing, circumstances: Circumstances): boolean =>
  isUpToDate(tally, standing, circumstances) &&
  isSameBusiness(standing, circumstances) &&
  isSame(tally, standing, circumstances);

function isUpToDate({ nextAt, through }: Tally, { rate, changedAt }: Standing, { now, fit }: Night): boolean {
  if ((nextAt ?? Infinity) <= now || through > changedAt || now - changedAt > OLDEST) return false;
  return isNear(rate.limit, fit.limit) && isNear(rate.priorMean, fit.mean);
}

function isSameBusiness({ margin, conference }: Standing, now: Circumstances): boolean {
  const isSameMargin =
    margin?.lossMaking === now.margin?.lossMaking &&
    margin?.decile === now.margin?.decile &&
    isNear(margin?.minor ?? 0, now.margin?.minor ?? 0);
  return isSameMargin && conference?.weekly === now.conference?.weekly;
}

/** Margins and conferences have an own clock, and those who have them are looked at every night. */
function isFar({ firstAt }: Tally, { level, rate, margin, conference }: Standing): boolean {
  if (margin || conference) return false;
  if (level === 'new') return firstAt === undefined;
  return level === 'unscored' || (level === 'calm' && rate.aboveLimit < FAR);
}

/** Ids are random, so their ends are spread evenly over the week. */
const isTheirNight = (id: string, now: number): boolean =>
  (Math.floor(now / DAY) + id.charCodeAt(id.length - 1) + 16 * id.charCodeAt(id.length - 2)) % WEEK_DAYS === 0;

function isSame(tally: Tally, standing: Standing, circumstances: Circumstances): boolean {
  const { now, fit, person } = circumstances;
  const { days, began, evidence } = experienceOf(tally, circumstances);
  const posterior = posteriorOf(fit, evidence);
  const mean = meanOf(posterior);
  if (!isNear(standing.rate.mean, mean)) return false;
  const unscored = unscoredOf(person, fit, { mean });
  if (unscored || standing.unscored) return unscored === standing.unscored;
  const { rated, counted } = tally;
  const facts = { above: probabilityAbove(posterior, fit.limit), rated, counted, days };
  if (levelOf(facts, standing, { now, occasion: 'nightly' }).level !== standing.level) return false;
  const aboveMean = standing.level === 'calm' ? probabilityAbove(posterior, fit.mean) : 1;
  return isSameSuggestion(standing, caseOf(tally, circumstances, { days, began, rate: { aboveMean }, bare: standing }));
}

function isSameSuggestion(standing: Standing, one: Case): boolean {
  const proposed = suggestionOf(one);
  return (
    one.loved === standing.loved &&
    proposed?.suggestion === standing.suggestion &&
    isNear(standing.rank ?? 0, proposed?.rank ?? 0)
  );
}
