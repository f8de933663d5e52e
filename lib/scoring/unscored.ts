import type { Person } from './circumstances';
import type { Fit } from './fit';
import { posteriorOf, probabilityAbove } from './rate';
import type { RateStanding, Reason, Unscored } from './standing';

/** So many times the 99 % point of the rates are no single person's (docs/SCORING.md §5). */
const TIMES = 20;

/** Why a customer is not to be judged; what a person said comes before what the figures say. */
export function unscoredOf(
  { objection, exempt, organisation, sharedMailbox }: Person,
  fit: Fit,
  rate: Pick<RateStanding, 'mean'>,
): Unscored | undefined {
  if (objection) return 'objection';
  if (exempt) return 'exempt';
  if (organisation) return 'organisation';
  return sharedMailbox || isBeyondAnybody(fit, rate) ? 'shared-mailbox' : undefined;
}

/** The 99 % point is above the mean wherever a prior may lie, so most need no look at it. */
function isBeyondAnybody(fit: Fit, { mean }: Pick<RateStanding, 'mean'>): boolean {
  if (mean <= TIMES * fit.mean) return false;
  return probabilityAbove(posteriorOf(fit, { n: 0, e: 0 }), mean / TIMES) < 0.01;
}

export function unscoredReason(why: Unscored, { note, sharedMailbox }: Person, { mean }: RateStanding): Reason {
  const beyond = why === 'shared-mailbox' && !sharedMailbox;
  return {
    kind: 'unscored',
    why,
    ...(why === 'exempt' && note !== undefined && { note }),
    ...(beyond && { rate: mean }),
  };
}
