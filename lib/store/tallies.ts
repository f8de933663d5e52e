import type { Contact } from '@/lib/scoring/contact';
import type { ProposalRule } from '@/lib/scoring/proposal-rule';
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
import type { ContactChanges } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import { existing } from './many';
import { historyOf, organisationChanges } from './organisations';
import type { AlertRow } from './rows';
import { agreementsOf } from './subjects';

export interface FoldCircumstances {
  readonly now: number;
  readonly rules: TallyRules;
  /** Rules by which causes are proposed, for what comes in by hand. */
  readonly proposals?: readonly ProposalRule[];
  /** Customers who objected: nothing is computed. Looked up where the caller does not know. */
  readonly skip?: ReadonlySet<string>;
  /** Customers met for the first time, who have no tally yet; of any other without one it was lost, and is made again. */
  readonly newcomers?: ReadonlySet<string>;
  /** Their tallies, where the caller has read them. */
  readonly tallies?: readonly Tally[];
  /** The caller folds organisations by themselves. */
  readonly apart?: true;
  /** Organisations that somebody joined or left. */
  readonly organisations?: ReadonlySet<string>;
  /** What is on its way to the database; folding again waits for it. */
  readonly saving?: PromiseLike<unknown>;
}

/** What folding reads and writes: a transaction around it names at least these. */
export const FOLD_TABLES = ['customers', 'contacts', 'ladderPast', 'contracts', 'tallies', 'alerts'] as const;

/**
 * Brings the tallies in step with the contacts, inside the caller's transaction: those of the customers, and those of their
 * organisations. New contacts at the end are added; a late, changed or vanished one makes a tally be folded again from the
 * contacts. Returns alerts that are new.
 */
export async function foldContacts(
  db: NoclaimsDatabase,
  changes: ReadonlyMap<string, ContactChanges>,
  circumstances: FoldCircumstances,
): Promise<AlertRow[]> {
  const { now, rules, skip, newcomers, tallies: read, apart, saving } = circumstances;
  const objectors = skip ?? (await objectorsAmong(db, [...changes.keys()]));
  const left = new Map([...changes].filter(([id]) => !objectors.has(id)));
  await forgetComputed(
    db,
    [...changes.keys()].filter((id) => objectors.has(id)),
  );
  const companies = apart ? new Map() : await organisationChanges(db, changes, { ...circumstances, objectors });
  const unread = [...(read ? [] : left.keys()), ...companies.keys()];
  const old = new Map(
    [...(read ?? []), ...(await existing(db.tallies, unread))].map((tally) => [tally.subject, tally]),
  );
  const all = new Map([...left, ...companies]);
  const { rulesOf } = await agreementsOf(db, [...all.keys()], { rules, now });
  const tallies: Tally[] = [];
  const alerts: AlertRow[] = [];
  for (const [subject, { added, rebuild }] of all) {
    const own = { rules: rulesOf(subject), now };
    const tally = old.get(subject) ?? (newcomers?.has(subject) ? emptyTally(subject) : undefined);
    const folded = rebuild || !tally ? undefined : appended(tally, added, own);
    if (folded) {
      tallies.push(folded.tally);
      if (isEventful(folded)) alerts.push(...(await passedAlerts(db, subject, folded)));
      continue;
    }
    await saving;
    const again = await rebuilt(db, subject, own);
    tallies.push(again.tally);
    alerts.push(...(await settleAlerts(db, subject, alertsFrom(subject, again.breaches), { since: again.oldest })));
  }
  if (tallies.length > 0) await db.tallies.bulkPut(tallies);
  return alerts;
}

async function objectorsAmong(db: NoclaimsDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.customers.bulkGet([...ids]);
  return new Set(rows.flatMap((row) => (row?.objection ? [row.id] : [])));
}

/** Nothing is computed of these any more. */
export async function forgetComputed(db: NoclaimsDatabase, ids: readonly string[]): Promise<void> {
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
  return breaches.length > 0 ? settleAlerts(db, subject, alertsFrom(subject, settled(breaches, cleared))) : [];
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

/** A tally from nothing but the contacts, by the rules of its subject; `oldest` is the first of them. */
export async function rebuilt(
  db: NoclaimsDatabase,
  subject: string,
  { rules, now }: { rules: TallyRules; now: number },
): Promise<{ tally: Tally; breaches: readonly Breach[]; oldest: number }> {
  const history = await historyOf(db, subject);
  const oldest = history.contacts.reduce((at, contact) => Math.min(at, contact.at), Infinity);
  return { ...tallyOf(subject, history, rules, now), oldest };
}
