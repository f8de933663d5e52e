import type { NoclaimsDatabase } from './database';
import type { AlertRow } from './rows';
import { countedOrganisations, subjectOfOrganisation } from './subjects';
import { foldContacts, forgetComputed, type FoldCircumstances } from './tallies';

/** What a transaction around it names besides those of folding. */
export const ORGANISATION_TABLES = ['standings'] as const;

export interface FoldedOrganisations {
  /** `org:<id>` of those that are counted. */
  readonly counted: readonly string[];
  readonly alerts: readonly AlertRow[];
}

/** Folds organisations again; those that are no longer counted are forgotten. Inside the caller's transaction. */
export async function foldOrganisations(
  db: NoclaimsDatabase,
  ids: readonly string[],
  fold: FoldCircumstances,
): Promise<FoldedOrganisations> {
  const counted = new Set(await countedOrganisations(db, ids, fold.rules));
  const others = ids.filter((id) => !counted.has(id)).map(subjectOfOrganisation);
  await forgetComputed(db, others);
  await db.standings.bulkDelete(others);
  const alerts = await foldContacts(db, new Map(), { ...fold, organisations: counted });
  return { counted: [...counted].map(subjectOfOrganisation), alerts };
}
