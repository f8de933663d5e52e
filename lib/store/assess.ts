import { assess, type Occasion } from '@/lib/scoring/assess';
import { firstFit, type Fit } from '@/lib/scoring/fit';
import type { Interval } from '@/lib/scoring/rate';
import type { Standing } from '@/lib/scoring/standing';
import { advance, emptyTally, type Tally, type TallyRules } from '@/lib/scoring/tally';
import type { Settings } from '@/lib/settings/schema';

import { exposuresOf } from './coverage';
import type { NoclaimsDatabase } from './database';
import type { CustomerRow, DecisionRow } from './rows';
import { isEventful, passedAlerts } from './tallies';
import { sameRow } from './tickets';

export interface Assessing {
  readonly now: number;
  readonly rules: TallyRules;
  readonly settings: Settings;
  readonly occasion: Occasion;
}

const TABLES = [
  'sources',
  'customers',
  'tickets',
  'contacts',
  'decisions',
  'alerts',
  'coverage',
  'tallies',
  'standings',
  'fits',
] as const;

/** The prior of the last nightly run; before the first, that of the user's own estimate. */
async function currentFit(db: NoclaimsDatabase, settings: Settings): Promise<Fit> {
  return (await db.fits.orderBy('at').last()) ?? firstFit(settings);
}

/**
 * Assesses customers and writes the standings that changed. Time passes first: limits clear, reminders fall due, years turn.
 * Returns every standing, changed or not, in the order of the ids; an unknown id has none. That of who objected is returned
 * and not kept.
 */
export function assessCustomers(
  db: NoclaimsDatabase,
  customerIds: readonly string[],
  assessing: Assessing,
): Promise<(Standing | undefined)[]> {
  return db.transaction('rw', [...TABLES], async () => {
    const ids = [...customerIds];
    const fit = await currentFit(db, assessing.settings);
    const [customers, tallies, previous] = await Promise.all([
      db.customers.bulkGet(ids),
      db.tallies.bulkGet(ids),
      db.standings.bulkGet(ids),
    ]);
    const orphans = ids.filter((_, index) => !customers[index]);
    if (orphans.length > 0) await Promise.all([db.tallies.bulkDelete(orphans), db.standings.bulkDelete(orphans)]);
    const known = customers.flatMap((customer, index) => (customer ? [{ customer, tally: tallies[index] }] : []));
    const current = await letTimePass(db, known, assessing);
    const exposures = await exposuresById(db, current, assessing.now);
    const old = new Map(previous.flatMap((row) => (row ? [[row.customerId, row] as const] : [])));
    const assessed = await Promise.all(
      current.map((one) =>
        assessOne(db, one, { ...assessing, fit, old, exposure: exposures.get(one.tally.subject) ?? [] }),
      ),
    );
    await keep(db, assessed, old);
    const byId = new Map(assessed.map((standing) => [standing.customerId, standing]));
    return ids.map((id) => byId.get(id));
  });
}

interface Known {
  readonly customer: CustomerRow;
  readonly tally: Tally;
}

async function letTimePass(
  db: NoclaimsDatabase,
  known: readonly { readonly customer: CustomerRow; readonly tally: Tally | undefined }[],
  { rules, now }: Assessing,
): Promise<Known[]> {
  const current: Known[] = [];
  const moved: Tally[] = [];
  for (const { customer, tally } of known) {
    const passed = advance(tally ?? emptyTally(customer.id), rules, now);
    if (tally && passed.tally !== tally) {
      moved.push(passed.tally);
      if (isEventful(passed)) await passedAlerts(db, customer.id, passed);
    }
    current.push({ customer, tally: passed.tally });
  }
  if (moved.length > 0) await db.tallies.bulkPut(moved);
  return current;
}

async function exposuresById(
  db: NoclaimsDatabase,
  known: readonly Known[],
  now: number,
): Promise<Map<string, Interval[]>> {
  const met = known.flatMap(({ customer, tally: { firstAt } }) =>
    firstAt === undefined ? [] : [{ customer, from: firstAt }],
  );
  const exposures = met.length > 0 ? await exposuresOf(db, met, now) : [];
  return new Map(met.map(({ customer }, index) => [customer.id, exposures[index] ?? []]));
}

interface Besides extends Assessing {
  readonly fit: Fit;
  readonly exposure: readonly Interval[];
  readonly old: ReadonlyMap<string, Standing>;
}

async function assessOne(db: NoclaimsDatabase, { customer, tally }: Known, besides: Besides): Promise<Standing> {
  const { now, rules, fit, exposure, occasion, settings, old } = besides;
  const [openTickets, said] = await Promise.all([
    db.tickets.where({ openOf: customer.id }).count(),
    db.decisions.where({ subject: `customer:${customer.id}` }).toArray(),
  ]);
  const before = old.get(customer.id);
  const thanked = said.flatMap(({ kind, at }) => (kind === 'thanked' ? [at] : []));
  const standing = assess(tally, {
    now,
    rules,
    fit,
    exposure,
    occasion,
    thanksEveryDays: settings.thanksEveryDays,
    openTickets,
    person: personOf(customer, said),
    ...(thanked.length > 0 && { thankedAt: Math.max(...thanked) }),
    ...(before && { previous: { level: before.level, levelSince: before.levelSince } }),
  });
  return before && sameRow({ ...before, changedAt: 0 }, { ...standing, changedAt: 0 }) ? before : standing;
}

async function keep(
  db: NoclaimsDatabase,
  standings: readonly Standing[],
  old: ReadonlyMap<string, Standing>,
): Promise<void> {
  const objectors = standings.filter(({ unscored }) => unscored === 'objection').map(({ customerId }) => customerId);
  const changed = standings.filter((row) => row.unscored !== 'objection' && old.get(row.customerId) !== row);
  const kept = objectors.filter((id) => old.has(id));
  if (kept.length > 0) await db.standings.bulkDelete(kept);
  if (changed.length > 0) await db.standings.bulkPut(changed);
}

function personOf({ exempt, objection, sharedMailbox }: CustomerRow, said: readonly DecisionRow[]) {
  const note = exempt && latest(said.filter(({ kind }) => kind === 'exempt'))?.reason;
  return {
    ...(exempt && { exempt }),
    ...(note && { note }),
    ...(objection && { objection }),
    ...(sharedMailbox && { sharedMailbox }),
  };
}

const latest = (decisions: readonly DecisionRow[]): DecisionRow | undefined =>
  decisions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1);
