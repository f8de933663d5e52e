import type { Standing } from '@/lib/scoring/standing';

import type { NoclaimsDatabase } from './database';
import type { CustomerRow } from './rows';
import { subjectOfOrganisation } from './subjects';

/** The standing that is shown for a customer: that of the organisation which holds the contract they act for, else their own. */
export async function shownFor(
  db: NoclaimsDatabase,
  { organisationId }: Pick<CustomerRow, 'organisationId'>,
  own: Standing,
): Promise<Standing> {
  if (own.unscored !== 'organisation' || organisationId === undefined) return own;
  return (await db.standings.get(subjectOfOrganisation(organisationId))) ?? own;
}
