import { assess, type Circumstances, type Occasion } from '@/lib/scoring/assess';
import { type Contact, DAY, MINUTE } from '@/lib/scoring/contact';
import type { Fit } from '@/lib/scoring/fit';
import { ARTICLE } from '@/lib/scoring/ladder';
import { mayRest, standsStill } from '@/lib/scoring/overnight';
import { COST_RATES, LIMIT_PRESETS } from '@/lib/scoring/rules';
import type { Standing } from '@/lib/scoring/standing';
import { advance, append, type Tally, type TallyRules, tallyOf } from '@/lib/scoring/tally';

import { asContact, contactAt, contactsBefore, type History } from './history.ts';

/** What is kept of everybody, by customer. */
export interface Kept {
  readonly rules: TallyRules;
  readonly fit: Fit;
  readonly tallies: Tally[];
  readonly standings: Standing[];
}

/** So many nights have passed before one is measured: at first all standings are of one age, later of every age. */
const NIGHTS_BEFORE = 100;

const rulesOf = (fit: Fit): TallyRules => ({
  limits: LIMIT_PRESETS,
  costs: COST_RATES,
  zone: 'Europe/Vienna',
  ladder: ARTICLE,
  halfLifeDays: fit.halfLifeDays,
});

function circumstancesOf({ rules, fit }: Kept, tally: Tally, now: number, occasion: Occasion): Circumstances {
  return {
    now,
    rules,
    fit,
    exposure: tally.firstAt === undefined ? [] : [{ from: tally.firstAt, to: now }],
    occasion,
    thanksEveryDays: 90,
    openTickets: 0,
    person: {},
  };
}

/** A night as the store has it today: everybody is assessed. Nothing is kept of it. */
export function nightOfAll(kept: Kept, now: number): void {
  for (const [customer, before] of kept.tallies.entries()) {
    const { tally } = advance(before, kept.rules, now);
    const previous = kept.standings[customer] as Standing;
    assess(tally, { ...circumstancesOf(kept, tally, now, 'nightly'), previous });
  }
}

/**
 * A night in which those may rest for whom nothing can have changed, which the store does not do yet; how many were assessed.
 * Nothing is kept of it unless `keep` says so.
 */
export function night(kept: Kept, now: number, keep = false): number {
  const { tallies, standings, rules, fit } = kept;
  const tonight = { now, fit };
  let assessed = 0;
  for (let customer = 0; customer < tallies.length; customer++) {
    const before = tallies[customer] as Tally;
    const previous = standings[customer] as Standing;
    if (mayRest(before, previous, tonight)) continue;
    const circumstances = circumstancesOf(kept, before, now, 'nightly');
    if (standsStill(before, previous, circumstances)) continue;
    assessed += 1;
    const { tally } = advance(before, rules, now);
    const standing = assess(tally, { ...circumstances, previous });
    if (!keep) continue;
    tallies[customer] = tally;
    standings[customer] = standing;
  }
  return assessed;
}

/** A contact of one customer: what is then kept of them. */
function contacted(
  kept: Kept,
  customer: number,
  contact: Contact,
): { readonly tally: Tally; readonly standing: Standing } {
  const { tally } = append(kept.tallies[customer] as Tally, contact, kept.rules);
  const previous = kept.standings[customer] as Standing;
  return { tally, standing: assess(tally, { ...circumstancesOf(kept, tally, contact.at, 'contact'), previous }) };
}

/** So many customers call one after the other, from all over those kept; others in every batch. Nothing is kept of it. */
export function callsFrom(kept: Kept, now: number, count: number, batch: number): void {
  const everybody = kept.tallies.length;
  const apart = Math.max(1, Math.floor(everybody / count));
  for (let index = 0; index < count; index++) {
    const at = now + index * MINUTE;
    contacted(kept, (index * apart + batch) % everybody, asContact(`new/${index}`, at));
  }
}

/** Everybody as of the last midnight of the history, with contacts and nights as they came. */
export function keptOf(history: History, fit: Fit): { readonly kept: Kept; readonly now: number } {
  const last = Math.floor(history.to / DAY) * DAY;
  const first = last - NIGHTS_BEFORE * DAY;
  const kept: Kept = { rules: rulesOf(fit), fit, tallies: [], standings: [] };
  for (let customer = 0; customer < history.customers; customer++) {
    const contacts = contactsBefore(history, customer, first);
    const { tally } = tallyOf(`c${customer}`, { past: [], contacts }, kept.rules, first);
    kept.tallies.push(tally);
    kept.standings.push(assess(tally, circumstancesOf(kept, tally, first, 'nightly')));
  }
  let place = history.at.findIndex((at) => at >= first);
  for (let now = first + DAY; now <= last; now += DAY) {
    for (; (history.at[place] ?? Infinity) < now; place++) keepContact(kept, history, place);
    if (now < last) night(kept, now, true);
  }
  return { kept, now: last };
}

function keepContact(kept: Kept, history: History, place: number): void {
  const customer = history.who[place] as number;
  const { tally, standing } = contacted(kept, customer, contactAt(history, place));
  kept.tallies[customer] = tally;
  kept.standings[customer] = standing;
}
