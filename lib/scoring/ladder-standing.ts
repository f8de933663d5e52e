import { type Agreed, calendarOf } from './agreed';
import { DAY } from './contact';
import type { Ladder } from './ladder';
import type { LadderState, Proposal } from './ladder-state';
import type { PolicyYear } from './policy-year';
import { type Recharge, rechargeOf } from './recharge';
import { claimed, type Rung, turned } from './rung';
import type { LadderStanding } from './standing';

/** So long after an anniversary what was pending can still be judged, and the rise be had. */
const DECIDING = 30 * DAY;

/** Where a ladder has come to, and by which calendar. */
export interface LadderPlace {
  readonly ladder: Ladder;
  readonly zone: string;
  readonly agreed?: Agreed;
  readonly state: LadderState;
  readonly year: PolicyYear;
}

/** The rung now, what waits for a person, and what lies ahead until the next anniversary. */
export function ladderStanding(place: LadderPlace, now: number): LadderStanding {
  const { ladder, state, year } = place;
  const rung = state.now;
  const fell = rung.falls.at(-1);
  const risk = riskOf(place, now);
  const undecided = undecidedOf(rung, now);
  const proposed = state.proposed.map((proposal) => proposedOf(place, proposal)).filter(({ from, to }) => to < from);
  const lapse = proposed.find((one) => 'pausedFrom' in one);
  return {
    ladderId: ladder.id,
    discounts: ladder.discounts,
    rung: rung.rung,
    since: rung.since,
    ...(rung.earlier.length > 0 && { earlier: rung.earlier }),
    ...(year.until < Infinity && {
      next: {
        at: year.until,
        rung: turned(ladder, rung, year.until).rung,
        claims: rung.year.claims,
        allowed: ladder.claimFreeMax,
      },
    }),
    ...(undecided && { undecided }),
    ...(risk && { risk }),
    ...(fell && { fell: { ...fell, ...(isAtOnce(place, fell) && { recharge: rechargeIn(place, fell) }) } }),
    proposed: proposed.filter((one) => 'contactId' in one),
    ...(lapse && { lapse }),
  };
}

function undecidedOf({ undecided }: Rung, now: number): LadderStanding['undecided'] {
  if (!undecided || now >= undecided.at + DECIDING) return undefined;
  return { until: undecided.at + DECIDING, rung: undecided.rung };
}

/** What a crash that nobody can explain would cost, if it happened now. */
function riskOf({ ladder, state, year }: LadderPlace, now: number): LadderStanding['risk'] {
  const { rung } = state.now;
  const after = claimed(ladder, state.now, { at: now, cause: 'unknown_crash' }, true);
  if (after.rung < rung) return { rung: after.rung, immediate: true };
  const later = turned(ladder, after, year.until);
  return later.rung < rung ? { rung: later.rung, immediate: false } : undefined;
}

/** As seen from the rung of today: later years may have made up for a part. */
function proposedOf(place: LadderPlace, { confirmed, ...proposal }: Proposal) {
  const { ladder, state, year } = place;
  const from = state.now.rung;
  const to = confirmed.rung < from ? confirmed.rung : turned(ladder, confirmed, year.until).rung;
  const fall = confirmed.falls.find(({ at }) => at === proposal.at);
  return { ...proposal, from, to, ...(fall && isAtOnce(place, fall) && { recharge: rechargeIn(place, fall) }) };
}

type FallAt = Rung['falls'][number];

/** A fall at an anniversary costs nothing of the year before, one in a pause nothing at all. */
const isAtOnce = ({ ladder }: LadderPlace, { cause }: FallAt): boolean =>
  cause !== 'pause' && ladder.stepBack[cause]?.when === 'immediate';

const rechargeIn = ({ ladder, year, ...place }: LadderPlace, fall: FallAt): Recharge =>
  rechargeOf({ discounts: ladder.discounts, ...fall }, year.start, calendarOf(place));
