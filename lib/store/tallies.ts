import type { Contact } from '@/lib/scoring/contact';
import {
  append,
  canAppend,
  emptyTally,
  inOrder,
  settled,
  tallyOf,
  type Breach,
  type Cleared,
  type Passed,
  type Tally,
  type TallyRules,
} from '@/lib/scoring/tally';

import { alertsFrom, alertsOf, clearAlerts, settleAlerts } from './alerts';
import type { NoclaimsDatabase } from './database';
import { existing } from './many';
import type { AlertRow, ContactRow } from './rows';

/** What happened to the contacts of one customer in a batch. */
export interface ContactChanges {
  readonly added: ContactRow[];
  /** Something older changed or went away: adding is not enough. */
  rebuild: boolean;
}

export interface FoldCircumstances {
  readonly now: number;
  readonly rules: TallyRules;
  /** Customers who objected: nothing is computed. Looked up where the caller does not know. */
  readonly skip?: ReadonlySet<string>;
  /** Customers met for the first time, who have no tally yet; of any other without one it was lost, and is made again. */
  readonly newcomers?: ReadonlySet<string>;
  /** Their tallies, where the caller has read them. */
  readonly tallies?: readonly Tally[];
  /** Contacts on their way to the database; folding again waits for them. */
  readonly saving?: PromiseLike<unknown>;
}

/** What folding reads and writes: a transaction around it names at least these. */
export const FOLD_TABLES = ['customers', 'contacts', 'ladderPast', 'tallies', 'alerts'] as const;

/**
 * Brings the tallies in step with the contacts, inside the caller's transaction. New contacts at the end are added; a late,
 * changed or vanished one makes that customer's tally be folded again from the contacts. Returns alerts that are new.
 */
export async function foldContacts(
  db: NoclaimsDatabase,
  changes: ReadonlyMap<string, ContactChanges>,
  { now, rules, skip, newcomers, tallies: read, saving }: FoldCircumstances,
): Promise<AlertRow[]> {
  const objectors = skip ?? (await objectorsAmong(db, [...changes.keys()]));
  const ids = [...changes.keys()].filter((id) => !objectors.has(id));
  await forgetComputed(
    db,
    [...changes.keys()].filter((id) => objectors.has(id)),
  );
  const old = new Map((read ?? (await existing(db.tallies, ids))).map((tally) => [tally.subject, tally]));
  const tallies: Tally[] = [];
  const alerts: AlertRow[] = [];
  for (const id of ids) {
    const { added, rebuild } = changes.get(id) ?? { added: [], rebuild: true };
    const tally = old.get(id) ?? (newcomers?.has(id) ? emptyTally(id) : undefined);
    const folded = rebuild || !tally ? undefined : appended(tally, added, { rules, now });
    if (folded) {
      tallies.push(folded.tally);
      if (isEventful(folded)) alerts.push(...(await passedAlerts(db, id, folded)));
      continue;
    }
    await saving;
    const again = await rebuilt(db, id, { rules, now });
    tallies.push(again.tally);
    alerts.push(...(await settleAlerts(db, id, alertsFrom(id, again.breaches), true)));
  }
  if (tallies.length > 0) await db.tallies.bulkPut(tallies);
  return alerts;
}

async function objectorsAmong(db: NoclaimsDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.customers.bulkGet([...ids]);
  return new Set(rows.flatMap((row) => (row?.objection ? [row.id] : [])));
}

async function forgetComputed(db: NoclaimsDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.tallies.bulkDelete([...ids]);
  await db.alerts.bulkDelete((await Promise.all(ids.map((id) => alertsOf(db, id)))).flat().map(({ id }) => id));
}

/** Whether there is anything to write; waiting for nothing, often in a row, would end a transaction. */
export const isEventful = ({ breaches, cleared }: Passed): boolean => breaches.length > 0 || cleared.length > 0;

/** Alerts for what happened while time passed or contacts came; returns those that are new. */
export async function passedAlerts(db: NoclaimsDatabase, subject: string, passed: Passed): Promise<AlertRow[]> {
  const { breaches, cleared } = passed;
  if (cleared.length > 0) await clearAlerts(db, subject, cleared);
  return breaches.length > 0 ? settleAlerts(db, subject, alertsFrom(subject, settled(breaches, cleared)), false) : [];
}

/**
 * Undefined where a contact does not come last: then the tally must be folded again. Time passes to the last contact and not
 * to `now`, which assessing does, so that a history told from its beginning in several batches is added and never refolded.
 */
function appended(
  tally: Tally,
  added: readonly Contact[],
  { rules, now }: { rules: TallyRules; now: number },
): Passed | undefined {
  const breaches: Breach[] = [];
  const cleared: Cleared[] = [];
  let next = tally;
  for (const contact of added.toSorted(inOrder)) {
    if (contact.at > now || !canAppend(next, contact)) return undefined;
    const step = append(next, contact, rules);
    next = step.tally;
    breaches.push(...step.breaches);
    cleared.push(...step.cleared);
  }
  return { tally: next, breaches, cleared };
}

/** A customer's tally from nothing but the contacts. */
export async function rebuilt(
  db: NoclaimsDatabase,
  customerId: string,
  { rules, now }: { rules: TallyRules; now: number },
): Promise<{ tally: Tally; breaches: readonly Breach[] }> {
  const [contacts, past] = await Promise.all([
    db.contacts.where('[customerId+at]').between([customerId], [customerId, []]).toArray(),
    db.ladderPast.where('[holder+at]').between([customerId], [customerId, []]).toArray(),
  ]);
  return tallyOf(customerId, { past, contacts }, rules, now);
}

export function changesOf(changes: Map<string, ContactChanges>, customerId: string): ContactChanges {
  let change = changes.get(customerId);
  if (!change) changes.set(customerId, (change = { added: [], rebuild: false }));
  return change;
}
