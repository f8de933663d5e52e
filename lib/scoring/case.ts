import type { Circumstances } from './circumstances';
import type { Experience } from './figures';
import type { BareStanding, RateStanding } from './standing';
import type { Case } from './suggestion';
import type { Tally } from './tally-state';
import { dormantSince, isDueForThanks, isGoodMoment, isWellBehaved } from './well-behaved';

interface Known {
  readonly rate: Pick<RateStanding, 'aboveMean'>;
  readonly bare: Omit<BareStanding, 'suggestion' | 'rank' | 'loved'>;
}

/** The case of a customer who is scored, from what is known. */
export function caseOf(
  tally: Tally,
  circumstances: Circumstances,
  { bare, days, rate, began }: Pick<Experience, 'days' | 'began'> & Known,
): Case {
  const { now, thankedAt, thanksEveryDays, margin, conference, person, usedAt, openTickets, complaintAt } =
    circumstances;
  const overLimit = bare.flags.includes('over-limit');
  const behaviour = {
    now,
    openTickets,
    aboveMean: rate.aboveMean,
    exposureDays: days,
    overLimit,
    outageAt: Math.max(circumstances.outageAt ?? -Infinity, tally.outageAt ?? -Infinity),
    ...(complaintAt !== undefined && { complaintAt }),
    ...(margin && { marginMinor: margin.minor }),
    ...(person.unsubscribed && { unsubscribed: true }),
  };
  const due = isDueForThanks({ now, everyDays: thanksEveryDays, ...(thankedAt !== undefined && { thankedAt }) });
  const unused = dormantSince({ ...(usedAt !== undefined && { usedAt }), lastAt: tally.lastAt ?? 0 }, now);
  return {
    now,
    ladder: bare.ladder,
    began: began ?? Infinity,
    levelSince: bare.levelSince,
    frequent: overLimit || bare.level === 'watch' || bare.level === 'expensive',
    loved: bare.level === 'calm' && unused === undefined && due && isWellBehaved(behaviour),
    due,
    goodMoment: isGoodMoment(behaviour),
    waitingSince: thankedAt ?? began ?? 0,
    ...(thankedAt !== undefined && { thankedAt }),
    ...(unused !== undefined && { dormantSince: unused }),
    ...(margin && { margin }),
    ...(conference && { conference }),
  };
}
