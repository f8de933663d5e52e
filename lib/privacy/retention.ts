import type { TallyRules } from '@/lib/scoring/tally';
import { isDemand, remembered, whyNot, type Recent } from '@/lib/scoring/verdict';
import { asContact } from '@/lib/scoring/ladder-past';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { ticketIdOf } from '@/lib/store/ids';
import type { ContactRow, LadderPastRow } from '@/lib/store/rows';

export interface Retaining {
  readonly now: number;
  /** Calendar months that contacts are kept for, in the vendor's zone. */
  readonly months: number;
  readonly rules: TallyRules;
}

export interface Retained {
  /** Nothing that is too old is left. */
  readonly done: boolean;
  /** Customers of whom something was folded. */
  readonly holders: string[];
}

/** Of the contacts just before, those of this long may make a folded one a double submit. */
const HOUR = 3_600_000;

/**
 * Folds at most `limit` contacts that are too old, oldest first, into dates and causes, which is all the ladder needs; what
 * was said of them, their tickets and alerts go. A later reading finds their ids in `ladderPast` and brings nothing back.
 */
export function retain(db: NoclaimsDatabase, retaining: Retaining, limit: number): Promise<Retained> {
  const { contacts, ladderPast, tickets, decisions, alerts, sent } = db;
  return db.transaction('rw', [contacts, ladderPast, tickets, decisions, alerts, sent], async () => {
    const before = cutoff(retaining);
    const old = await contacts.where('at').below(before).limit(limit).toArray();
    const ids = old.map(({ id }) => id);
    await ladderPast.bulkPut(await folded(db, old));
    await contacts.bulkDelete(ids);
    await decisions.where('subject').anyOf(ids).delete();
    await tickets.bulkDelete(await doneWith(db, ids));
    const done = old.length < limit;
    if (done) {
      await alerts
        .where('breachedAt')
        .below(before)
        .filter(({ state }) => state === 'cleared')
        .delete();
      await sent.filter(({ at }) => at < before).delete();
    }
    return { done, holders: [...new Set(old.map(({ customerId }) => customerId))] };
  });
}

const cutoff = ({ now, months, rules: { zone } }: Retaining): number =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).subtract({ months }).epochMilliseconds;

async function folded(db: NoclaimsDatabase, old: readonly ContactRow[]): Promise<LadderPastRow[]> {
  const recent = new Map<string, readonly Recent[]>();
  const past: LadderPastRow[] = [];
  for (const contact of old) {
    const { id, customerId, at, cause, causeBy, loss, kind } = contact;
    const known = recent.get(customerId) ?? (await countedJustBefore(db, customerId, at));
    const why = whyNot(contact, known);
    const counted = why === undefined;
    recent.set(customerId, counted ? remembered(known, contact) : known);
    past.push({
      id,
      holder: customerId,
      at,
      cause,
      kind,
      counted,
      ...(causeBy && { causeBy }),
      ...(loss && { loss }),
      ...(!counted && isDemand(why) && { demand: true as const }),
    });
  }
  return past;
}

/** A slice may begin between a contact and its double. */
async function countedJustBefore(db: NoclaimsDatabase, holder: string, at: number): Promise<Recent[]> {
  const rows = await db.ladderPast
    .where('[holder+at]')
    .between([holder, at - HOUR], [holder, at], true, true)
    .toArray();
  return rows.filter(({ counted }) => counted).map(asContact);
}

/** Tickets that nobody works on any more and that have no contact left. */
async function doneWith(db: NoclaimsDatabase, contactIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(contactIds.map(ticketIdOf))];
  const gone: string[] = [];
  for (const ticket of await db.tickets.bulkGet(ids)) {
    if (!ticket || ticket.openOf) continue;
    const mayHaveMore = (ticket.entries ?? []).length > 0;
    const left = mayHaveMore
      ? await db.contacts.where('id').between(`${ticket.id}/`, `${ticket.id}/\uffff`).count()
      : 0;
    if (left === 0) gone.push(ticket.id);
  }
  return gone;
}
