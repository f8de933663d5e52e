import type { Contact } from './contact';
import { folded } from './fold';
import { asContact, type LadderPast, whyNotPast } from './ladder-past';
import { type Breach, type Cleared, settled } from './limit';
import { type Passed, passedTo, withNextAt } from './passing';
import { emptyTally, type Place, type Tally, type TallyRules } from './tally-state';

export { emptyTally, settled, type Breach, type Cleared, type LadderPast, type Passed, type Tally, type TallyRules };

/** The order of contacts: by time, equal instants by id. */
export const inOrder = (a: Place, b: Place): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Whether the contact comes after all that the tally has seen. Anything else means folding again. */
export function canAppend({ last, through, held }: Tally, contact: Contact): boolean {
  if (contact.at < through || (last && inOrder(last, contact) >= 0)) return false;
  return held.every(({ at, id }) => at !== contact.at && id !== contact.id);
}

/** Lets time pass: limits clear, cooldowns end, years turn. The same tally where nothing was due. */
export const advance = (tally: Tally, rules: TallyRules, now: number): Passed => passedTo(tally, rules, now);

/** One more contact at the end; its instant has come. */
export function append(tally: Tally, contact: Contact, rules: TallyRules): Passed {
  if (!canAppend(tally, contact)) throw new RangeError(`contact ${contact.id} does not come last`);
  const before = passedTo(tally, rules, contact.at);
  const after = folded(before.tally, contact, rules);
  return {
    tally: withNextAt(after.tally, rules),
    breaches: [...before.breaches, ...after.breaches],
    cleared: before.cleared,
  };
}

/** All that is on record of a customer's contacts, in any order. */
export interface History {
  readonly past: readonly LadderPast[];
  readonly contacts: readonly Contact[];
}

/** A customer's tally from nothing but the record. Its breaches are all there were, but for those over and pruned. */
export function tallyOf(
  subject: string,
  { past, contacts }: History,
  rules: TallyRules,
  now: number,
): { readonly tally: Tally; readonly breaches: readonly Breach[] } {
  const breaches: Breach[] = [];
  const cleared: Cleared[] = [];
  let tally = emptyTally(subject);
  const pass = (until: number): void => {
    const passed = passedTo(withNextAt(tally, rules), rules, until);
    tally = passed.tally;
    breaches.push(...passed.breaches);
    cleared.push(...passed.cleared);
  };
  const pruned = past.map((row) => ({ contact: asContact(row), verdict: { why: whyNotPast(row) } }));
  const known = contacts.filter(({ at }) => at <= now).map((contact) => ({ contact, verdict: undefined }));
  for (const { contact, verdict } of [...pruned, ...known].toSorted((a, b) => inOrder(a.contact, b.contact))) {
    pass(contact.at);
    const step = folded(tally, contact, rules, verdict);
    tally = step.tally;
    breaches.push(...step.breaches);
  }
  const held = contacts.filter(({ at }) => at > now).toSorted(inOrder);
  tally = { ...tally, held };
  pass(now);
  const bygone = new Set(past.map(({ at }) => at));
  return {
    tally,
    breaches: settled(breaches, cleared).filter(({ at, clearedAt }) => clearedAt === undefined || !bygone.has(at)),
  };
}
