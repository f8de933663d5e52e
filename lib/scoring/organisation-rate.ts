import { credibleMeans, structureOf, type Observation } from './moments';

/** A customer's evidence, and the organisation the customer belongs to. */
export interface Member extends Observation {
  readonly organisation: string;
}

/** With fewer there is nothing to learn of how organisations differ (docs/SCORING.md §2.5). */
const ORGANISATIONS = 20;
const MEMBERS = 3;

/**
 * Contacts a year that a customer of each organisation makes: the prior mean of its members in place of the portfolio's.
 * Empty when fewer than 20 organisations have 3 customers each; then the portfolio's stands for all.
 */
export function organisationMeans(members: readonly Member[]): ReadonlyMap<string, number> {
  const observed = members.filter(({ e }) => e > 0);
  const groups = [...Map.groupBy(observed, ({ organisation }) => organisation)].filter(
    ([, group]) => group.length >= MEMBERS,
  );
  if (groups.length < ORGANISATIONS) return new Map();
  const totals = groups.map(([, group]) => ({
    n: group.reduce((sum, { n }) => sum + n, 0),
    e: group.reduce((sum, { e }) => sum + e, 0),
  }));
  const means = credibleMeans(structureOf(groups.map(([, group]) => group)), totals);
  return new Map(groups.map(([organisation], index) => [organisation, means[index] ?? 0]));
}
