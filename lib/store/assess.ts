import { assess, type Occasion } from '@/lib/scoring/assess';
import { firstFit, type Fit } from '@/lib/scoring/fit';
import type { Standing } from '@/lib/scoring/standing';
import { advance, emptyTally, type Tally, type TallyRules } from '@/lib/scoring/tally';
import type { Settings } from '@/lib/settings/schema';

import { clearAlerts } from './alerts';
import { exposureOf } from './coverage';
import type { NoclaimsDatabase } from './database';
import type { CustomerRow, DecisionRow } from './rows';
import { sameRow } from './tickets';

export interface Assessing {
  readonly now: number;
  readonly rules: TallyRules;
  readonly settings: Settings;
  readonly occasion: Occasion;
}

/** The prior of the last nightly run; before the first, that of the user's own estimate. */
export async function currentFit(db: NoclaimsDatabase, settings: Settings): Promise<Fit> {
  return (await db.fits.orderBy('at').last()) ?? firstFit(settings);
}

/**
 * Assesses customers and writes the standings that changed. Time passes first: limits clear, years turn. Returns every
 * standing, changed or not, in the order of the ids; an unknown id has none.
 */
export async function assessCustomers(
  db: NoclaimsDatabase,
  customerIds: readonly string[],
  assessing: Assessing,
): Promise<(Standing | undefined)[]> {
  const { now, rules, settings, occasion } = assessing;
  const fit = await currentFit(db, settings);
  const sourceIds = await db.sources.toCollection().primaryKeys();
  const [customers, tallies, previous] = await Promise.all([
    db.customers.bulkGet([...customerIds]),
    db.tallies.bulkGet([...customerIds]),
    db.standings.bulkGet([...customerIds]),
  ]);
  const standings: (Standing | undefined)[] = [];
  const changed: Standing[] = [];
  const moved: Tally[] = [];
  for (const [index, customer] of customers.entries()) {
    if (!customer) {
      standings.push(undefined);
      continue;
    }
    const old = previous[index];
    const { tally, cleared } = advance(tallies[index] ?? emptyTally(customer.id), rules, now);
    if (tallies[index] && tally !== tallies[index]) moved.push(tally);
    if (cleared.length > 0) await clearAlerts(db, customer.id, cleared);
    const exposure = tally.firstAt === undefined ? [] : await exposureOf(db, customer, sourceIds, { from: tally.firstAt, now });
    const standing = assess(tally, {
      now,
      rules,
      fit,
      exposure,
      occasion,
      thanksEveryDays: settings.thanksEveryDays,
      openTickets: await db.tickets.where({ openOf: customer.id }).count(),
      person: personOf(customer),
      ...(await thankedAt(db, customer.id)),
      ...(old && { previous: { level: old.level, levelSince: old.levelSince } }),
    });
    const same = old && sameRow({ ...old, changedAt: 0 }, { ...standing, changedAt: 0 });
    standings.push(same ? old : standing);
    if (!same) changed.push(standing);
  }
  if (moved.length > 0) await db.tallies.bulkPut(moved);
  if (changed.length > 0) await db.standings.bulkPut(changed);
  return standings;
}

const personOf = ({ exempt, objection, sharedMailbox }: CustomerRow) => ({
  ...(exempt && { exempt }),
  ...(objection && { objection }),
  ...(sharedMailbox && { sharedMailbox }),
});

async function thankedAt(db: NoclaimsDatabase, customerId: string): Promise<{ thankedAt?: number }> {
  const last = (await decisionsOf(db, customerId)).findLast(({ kind }) => kind === 'thanked');
  return last ? { thankedAt: last.at } : {};
}

/** What was said about a customer, oldest first. */
export const decisionsOf = (db: NoclaimsDatabase, customerId: string): Promise<DecisionRow[]> =>
  db.decisions.where('[customerId+at]').between([customerId], [customerId, []]).toArray();
