import { assess, type Occasion } from '@/lib/scoring/assess';
import { conferenceStanding } from '@/lib/scoring/conference-standing';
import { firstFit, type Fit } from '@/lib/scoring/fit';
import { exposedDays, type Interval } from '@/lib/scoring/rate';
import type { Standing } from '@/lib/scoring/standing';
import { advance, emptyTally, type Tally } from '@/lib/scoring/tally';
import type { TallyRules } from '@/lib/scoring/tally';
import type { Settings } from '@/lib/settings/schema';

import { exposuresOf, exposureStart } from './coverage';
import type { NoclaimsDatabase } from './database';
import { marginOf } from './margins';
import { knownSubjects, type Known } from './known';
import type { DecisionRow } from './rows';
import { agreementsOf, subjectOfOrganisation, type Agreements } from './subjects';
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
  'organisations',
  'tickets',
  'contacts',
  'decisions',
  'contracts',
  'alerts',
  'coverage',
  'tallies',
  'standings',
  'fits',
] as const;

/** The prior of the last nightly run; before the first, that of the user's own estimate. */
export async function currentFit(db: NoclaimsDatabase, settings: Settings): Promise<Fit> {
  return (await db.fits.orderBy('at').last()) ?? firstFit(settings);
}

/**
 * Assesses customers, and organisations by `org:<id>`, and writes the standings that changed. Time passes first: limits clear,
 * reminders fall due, years turn. Returns every standing, changed or not, in the order of the ids; an unknown id has none.
 * That of who objected is returned and not kept.
 */
export function assessCustomers(
  db: NoclaimsDatabase,
  subjects: readonly string[],
  assessing: Assessing,
): Promise<(Standing | undefined)[]> {
  return db.transaction('rw', [...TABLES], async () => {
    const ids = [...subjects];
    const [fit, subjectsKnown, tallies, previous] = await Promise.all([
      currentFit(db, assessing.settings),
      knownSubjects(db, ids),
      db.tallies.bulkGet(ids),
      db.standings.bulkGet(ids),
    ]);
    const orphans = ids.filter((_, index) => !subjectsKnown[index]);
    if (orphans.length > 0) await Promise.all([db.tallies.bulkDelete(orphans), db.standings.bulkDelete(orphans)]);
    const known = subjectsKnown.flatMap((one, index) => {
      const tally = tallies[index];
      return one ? [{ ...one, ...(tally && { tally }) }] : [];
    });
    const agreements = await agreementsOf(db, withCompanies(known), assessing);
    const current = await letTimePass(db, known, { ...assessing, agreements });
    const exposures = await exposuresById(db, current, assessing.now);
    const old = new Map(previous.flatMap((row) => (row ? [[row.customerId, row] as const] : [])));
    const assessed = await Promise.all(
      current.map((one) =>
        assessOne(db, one, { ...assessing, agreements, fit, old, exposure: exposures.get(one.subject) ?? [] }),
      ),
    );
    await keep(db, assessed, old);
    const byId = new Map(assessed.map((standing) => [standing.customerId, standing]));
    return ids.map((id) => byId.get(id));
  });
}

/** These subjects, and the companies whose contract may stand for theirs. */
const withCompanies = (known: readonly Known[]): string[] => [
  ...known.map(({ subject }) => subject),
  ...new Set(known.flatMap(({ organisationId }) => (organisationId ? [subjectOfOrganisation(organisationId)] : []))),
];

interface Current extends Known {
  readonly tally: Tally;
  /** As they hold for this one. */
  readonly own: TallyRules;
}

async function letTimePass(
  db: NoclaimsDatabase,
  known: readonly (Known & { readonly tally?: Tally })[],
  { now, agreements }: Assessing & { readonly agreements: Agreements },
): Promise<Current[]> {
  const current: Current[] = [];
  const moved: Tally[] = [];
  for (const { tally, ...one } of known) {
    const own = agreements.rulesOf(one.subject);
    const passed = advance(tally ?? emptyTally(one.subject), own, now);
    if (tally && passed.tally !== tally) {
      moved.push(passed.tally);
      if (isEventful(passed)) await passedAlerts(db, one.subject, passed);
    }
    current.push({ ...one, own, tally: passed.tally });
  }
  if (moved.length > 0) await db.tallies.bulkPut(moved);
  return current;
}

async function exposuresById(
  db: NoclaimsDatabase,
  current: readonly Current[],
  now: number,
): Promise<Map<string, Interval[]>> {
  const met = current.flatMap((one) => {
    const from = exposureStart(one.tally, one.own);
    return from === undefined || from >= now ? [] : [{ ...one, from }];
  });
  const exposures = met.length > 0 ? await exposuresOf(db, met, now) : [];
  return new Map(met.map(({ subject }, index) => [subject, exposures[index] ?? []]));
}

interface Besides extends Assessing {
  readonly fit: Fit;
  readonly exposure: readonly Interval[];
  readonly old: ReadonlyMap<string, Standing>;
  readonly agreements: Agreements;
}

async function assessOne(db: NoclaimsDatabase, one: Current, besides: Besides): Promise<Standing> {
  const { now, fit, exposure, occasion, settings, old, agreements } = besides;
  const { subject, tally, own: rules } = one;
  const [openTickets, said] = await Promise.all([
    db.tickets.where({ openOf: subject }).count(),
    db.decisions.where({ subject: `customer:${subject}` }).toArray(),
  ]);
  const before = old.get(subject);
  const thanked = said.flatMap(({ kind, at }) => (kind === 'thanked' ? [at] : []));
  const contracts = agreements.contractsOf(subject);
  const margin = marginOf(tally, {
    now,
    rules,
    settings,
    contracts,
    exposureDays: exposedDays(exposure),
    ...(before?.margin && { previous: before.margin }),
  });
  const conference = conferenceStanding(tally.conferences ?? [], {
    now,
    zone: rules.zone,
    ...(before?.conference && { previous: before.conference }),
  });
  const standing = assess(tally, {
    now,
    rules,
    fit,
    exposure,
    occasion,
    openTickets,
    thanksEveryDays: settings.thanksEveryDays,
    person: personOf(one, said, agreements),
    ...(margin && { margin }),
    ...(conference && { conference }),
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

/** Whoever acts for a company that holds the contract, and has none of their own, is not judged: the company is. */
function personOf(
  { subject, organisationId, exempt, objection, sharedMailbox }: Known,
  said: readonly DecisionRow[],
  { contractsOf }: Agreements,
) {
  const note = exempt && latest(said.filter(({ kind }) => kind === 'exempt'))?.reason;
  const company = organisationId === undefined ? [] : contractsOf(subjectOfOrganisation(organisationId));
  return {
    ...(exempt && { exempt }),
    ...(note && { note }),
    ...(objection && { objection }),
    ...(company.length > 0 && contractsOf(subject).length === 0 && { organisation: true }),
    ...(sharedMailbox && { sharedMailbox }),
  };
}

const latest = (decisions: readonly DecisionRow[]): DecisionRow | undefined =>
  decisions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1);
