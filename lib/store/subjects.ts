import { rulesFor } from '@/lib/scoring/subject';
import type { Contract } from '@/lib/scoring/contract';
import { localDate } from '@/lib/scoring/policy-year';
import type { TallyRules } from '@/lib/scoring/tally';

import type { NoclaimsDatabase } from './database';

/** A tally is of a customer, or of all customers of an organisation: `org:<organisation id>`. */
const OF_ORGANISATION = 'org:';

export const subjectOfOrganisation = (organisationId: string): string => OF_ORGANISATION + organisationId;

/** The organisation that a subject stands for; undefined for a customer. */
export const organisationIn = (subject: string): string | undefined =>
  subject.startsWith(OF_ORGANISATION) ? subject.slice(OF_ORGANISATION.length) : undefined;

/** What was agreed with each of some subjects, and what that makes of the rules. */
export interface Agreements {
  /** As they hold for the subject: the limits of its scope, and its contract. */
  readonly rulesOf: (subject: string) => TallyRules;
  /** All its contracts, past and to come. */
  readonly contractsOf: (subject: string) => readonly Contract[];
}

export async function agreementsOf(
  db: NoclaimsDatabase,
  subjects: readonly string[],
  { rules, now }: { readonly rules: TallyRules; readonly now: number },
): Promise<Agreements> {
  const contracts = await contractsByHolder(db, subjects);
  const plain = { customer: rulesFor(rules, {}), organisation: rulesFor(rules, { organisation: true }) };
  const own = new Map<string, TallyRules>();
  for (const [holder, all] of contracts) {
    const contract = inForce(all, { zone: rules.zone, now });
    const organisation = organisationIn(holder) !== undefined;
    if (contract) own.set(holder, rulesFor(rules, { contract, organisation }));
  }
  return {
    rulesOf: (subject) =>
      own.get(subject) ?? (organisationIn(subject) === undefined ? plain.customer : plain.organisation),
    contractsOf: (subject) => contracts.get(subject) ?? [],
  };
}

async function contractsByHolder(
  db: NoclaimsDatabase,
  holders: readonly string[],
): Promise<ReadonlyMap<string, readonly Contract[]>> {
  if (holders.length === 0 || !(await db.contracts.limit(1).count())) return new Map();
  const rows = await db.contracts
    .where('holder')
    .anyOf([...holders])
    .toArray();
  return Map.groupBy(rows, ({ holder }) => holder);
}

interface When {
  readonly zone: string;
  readonly now: number;
}

/** The last one that has begun; before any has, the first that will. Ties by id. */
export function inForce(contracts: readonly Contract[], { zone, now }: When): Contract | undefined {
  const sorted = contracts.toSorted((a, b) =>
    a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1,
  );
  const begun = sorted.filter((contract) => contract.start <= localDate(now, contract.zone ?? zone).toString());
  return begun.at(-1) ?? sorted[0];
}

/** Whether any organisation is counted: a limit is for organisations, or one holds a contract. */
export async function countsOrganisations(db: NoclaimsDatabase, rules: TallyRules): Promise<boolean> {
  return hasOrganisationLimit(rules) || (await holdersAmongOrganisations(db).limit(1).count()) > 0;
}

/** Of these organisations, those that are counted. */
export async function countedOrganisations(
  db: NoclaimsDatabase,
  ids: readonly string[],
  rules: TallyRules,
): Promise<string[]> {
  if (hasOrganisationLimit(rules)) return [...ids];
  const subjects = ids.map(subjectOfOrganisation);
  const holders = new Set((await db.contracts.where('holder').anyOf(subjects).toArray()).map(({ holder }) => holder));
  return ids.filter((id) => holders.has(subjectOfOrganisation(id)));
}

const hasOrganisationLimit = ({ limits }: TallyRules): boolean => limits.some(({ scope }) => scope === 'organisation');

const holdersAmongOrganisations = (db: NoclaimsDatabase) =>
  db.contracts.where('holder').between(OF_ORGANISATION, `${OF_ORGANISATION}\uffff`);
