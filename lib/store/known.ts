import type { NoclaimsDatabase } from './database';
import { membersOf } from './organisations';
import type { CustomerRow } from './rows';
import { organisationIn, subjectOfOrganisation } from './subjects';

/** Who a subject is: a customer, or an organisation as a whole. */
export interface Known extends Pick<
  CustomerRow,
  'organisationId' | 'exempt' | 'objection' | 'sharedMailbox' | 'completeThrough'
> {
  readonly subject: string;
}

/** In the order of the subjects; undefined for one that is not on record. */
export async function knownSubjects(db: NoclaimsDatabase, subjects: readonly string[]): Promise<(Known | undefined)[]> {
  const customers = await db.customers.bulkGet([...subjects]);
  return Promise.all(
    subjects.map(async (subject, index) => {
      const customer = customers[index];
      if (customer) return { ...customer, subject };
      const organisationId = organisationIn(subject);
      return organisationId === undefined ? undefined : knownOrganisation(db, organisationId);
    }),
  );
}

/** As far as the one was read of whom most was read: a doubt is in the customer's favour. */
async function knownOrganisation(db: NoclaimsDatabase, id: string): Promise<Known | undefined> {
  if (!(await db.organisations.get(id))) return undefined;
  const completeThrough: Record<string, number> = {};
  for (const member of await membersOf(db, id)) {
    for (const [sourceId, at] of Object.entries(member.completeThrough)) {
      completeThrough[sourceId] = Math.max(at, completeThrough[sourceId] ?? at);
    }
  }
  return { subject: subjectOfOrganisation(id), completeThrough };
}
