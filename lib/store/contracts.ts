import type { Contract } from '@/lib/scoring/contract';

import { allAgain } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import { foldOrganisations, ORGANISATION_TABLES } from './fold-organisations';
import { membersOf } from './organisations';
import { organisationIn, subjectOfOrganisation } from './subjects';
import { FOLD_TABLES, foldContacts, type FoldCircumstances } from './tallies';

const TABLES = [...FOLD_TABLES, ...ORGANISATION_TABLES, 'organisations'] as const;

/** What came of it: the subjects whose standing may be another now. */
export interface Agreement {
  readonly taken: number;
  /** Holders that nobody knows: their contracts were not kept. */
  readonly strangers: readonly string[];
  readonly concerned: ReadonlySet<string>;
}

/** Keeps contracts of customers and organisations on record; everything that rests on them is folded again at once. */
export function putContracts(
  db: NoclaimsDatabase,
  contracts: readonly Contract[],
  fold: FoldCircumstances,
): Promise<Agreement> {
  return db.transaction('rw', [...TABLES], async () => {
    const known = await knownHolders(db, new Set(contracts.map(({ holder }) => holder)));
    const kept = contracts.filter(({ holder }) => known.has(holder));
    const before = await db.contracts.bulkGet(kept.map(({ id }) => id));
    await db.contracts.bulkPut(kept);
    const holders = [...kept, ...before].flatMap((contract) => contract?.holder ?? []);
    const strangers = contracts.filter(({ holder }) => !known.has(holder)).map(({ holder }) => holder);
    return {
      taken: kept.length,
      strangers: [...new Set(strangers)],
      concerned: await foldHolders(db, new Set(holders), fold),
    };
  });
}

/** Removes a contract; returns the subjects whose standing may be another now. */
export function removeContract(
  db: NoclaimsDatabase,
  id: string,
  fold: FoldCircumstances,
): Promise<ReadonlySet<string>> {
  return db.transaction('rw', [...TABLES], async () => {
    const contract = await db.contracts.get(id);
    await db.contracts.delete(id);
    return foldHolders(db, new Set(contract ? [contract.holder] : []), fold);
  });
}

async function knownHolders(db: NoclaimsDatabase, holders: ReadonlySet<string>): Promise<Set<string>> {
  const organisations = [...holders].flatMap((holder) => organisationIn(holder) ?? []);
  const [customers, companies] = await Promise.all([
    db.customers
      .where('id')
      .anyOf([...holders])
      .primaryKeys(),
    db.organisations.where('id').anyOf(organisations).primaryKeys(),
  ]);
  const known = new Set<string>([...customers, ...companies.map(subjectOfOrganisation)]);
  return new Set([...holders].filter((holder) => known.has(holder)));
}

/** Folds holders again, inside the caller's transaction; with an organisation its customers are concerned, too. */
async function foldHolders(
  db: NoclaimsDatabase,
  holders: ReadonlySet<string>,
  fold: FoldCircumstances,
): Promise<Set<string>> {
  const organisations = [...holders].flatMap((holder) => organisationIn(holder) ?? []);
  const customers = [...holders].filter((holder) => organisationIn(holder) === undefined);
  await foldContacts(db, allAgain(customers), { ...fold, apart: true });
  const { counted } = await foldOrganisations(db, organisations, fold);
  const members = await Promise.all(organisations.map((id) => membersOf(db, id)));
  return new Set([...customers, ...counted, ...members.flat().map(({ id }) => id)]);
}
