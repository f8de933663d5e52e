import type { Contact } from '@/lib/scoring/contact';
import { advance, append, canAppend, emptyTally, tallyOf, type Breach, type Tally, type TallyRules } from '@/lib/scoring/tally';

import { alertsFrom, settleAlerts } from './alerts';
import type { NoclaimsDatabase } from './database';
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
  /** Customers who objected: nothing is computed. */
  readonly skip?: ReadonlySet<string>;
}

/**
 * Brings the tallies in step with the contacts, inside the caller's transaction. New contacts at the end are added; a late,
 * changed or vanished one makes that customer's tally be folded again from the contacts. Returns alerts that are new.
 */
export async function foldContacts(
  db: NoclaimsDatabase,
  changes: ReadonlyMap<string, ContactChanges>,
  { now, rules, skip }: FoldCircumstances,
): Promise<AlertRow[]> {
  const ids = [...changes.keys()].filter((id) => !skip?.has(id));
  const old = new Map((await db.tallies.bulkGet(ids)).flatMap((tally) => (tally ? [[tally.subject, tally] as const] : [])));
  const tallies: Tally[] = [];
  const alerts: AlertRow[] = [];
  for (const id of ids) {
    const { added, rebuild } = changes.get(id) ?? { added: [], rebuild: true };
    const folded = rebuild ? undefined : appended(old.get(id) ?? emptyTally(id), added, { rules, now });
    const { tally, breaches, whole } = folded ?? { ...(await rebuilt(db, id, { rules, now })), whole: true };
    tallies.push(tally);
    if (whole || breaches.length > 0) alerts.push(...(await settleAlerts(db, id, alertsFrom(id, breaches), whole)));
  }
  if (tallies.length > 0) await db.tallies.bulkPut(tallies);
  return alerts;
}

function appended(
  tally: Tally,
  added: readonly Contact[],
  { rules, now }: { rules: TallyRules; now: number },
): { tally: Tally; breaches: Breach[]; whole: boolean } | undefined {
  const breaches: Breach[] = [];
  let next = tally;
  for (const contact of added.toSorted(byTime)) {
    if (contact.at > now || !canAppend(next, contact)) return undefined;
    const step = append(next, contact, rules);
    next = step.tally;
    breaches.push(...step.breaches);
  }
  return { tally: advance(next, rules, now).tally, breaches, whole: false };
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
  return tallyOf(customerId, past, contacts, rules, now);
}

export const byTime = (a: Contact, b: Contact): number => a.at - b.at || (a.id < b.id ? -1 : 1);
