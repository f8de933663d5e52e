import type { ContactRow } from './rows';

/** What happened to the contacts of one customer in a batch. */
export interface ContactChanges {
  readonly added: ContactRow[];
  /** Something older changed or went away: adding is not enough. */
  rebuild: boolean;
}

export function changesOf(changes: Map<string, ContactChanges>, subject: string): ContactChanges {
  let change = changes.get(subject);
  if (!change) changes.set(subject, (change = { added: [], rebuild: false }));
  return change;
}

/** Everything of these is to be folded again. */
export const allAgain = (subjects: Iterable<string>): Map<string, ContactChanges> =>
  new Map([...subjects].map((subject) => [subject, { added: [], rebuild: true }]));
