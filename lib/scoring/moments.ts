/** Contacts and exposure of one customer in one period, or of one customer of an organisation. */
export interface Observation {
  readonly n: number;
  readonly e: number;
}

/**
 * Bühlmann and Straub's structure: overall mean, variance within a customer and between customers. A variance between of 0
 * or less says that all are alike.
 */
export interface Structure {
  readonly mean: number;
  readonly within: number;
  readonly between: number;
}

const total = (observations: readonly Observation[]): Observation => ({
  n: observations.reduce((sum, { n }) => sum + n, 0),
  e: observations.reduce((sum, { e }) => sum + e, 0),
});

/** Within a customer contacts are Poisson, so that variance is the mean; one observation a customer will do. */
export function poissonStructure(customers: readonly Observation[]): Structure {
  const { n, e } = total(customers);
  return { mean: n / e, within: n / e, between: betweenOf(customers, n / e) };
}

/** Of groups that were observed several times each, without a law for what happens within one. */
export function structureOf(groups: readonly (readonly Observation[])[]): Structure {
  const totals = groups.map(total);
  const { n, e } = total(totals);
  const spread = groups.map((group, index) => {
    const rate = rateOf(totals[index] ?? { n: 0, e: 1 });
    return group.reduce((sum, one) => sum + one.e * (rateOf(one) - rate) ** 2, 0);
  });
  const free = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const within = spread.reduce((sum, value) => sum + value, 0) / free;
  return { mean: n / e, within, between: betweenOf(totals, within) };
}

const rateOf = ({ n, e }: Observation): number => n / e;

function betweenOf(customers: readonly Observation[], within: number): number {
  const { n, e } = total(customers);
  const spread = customers.reduce((sum, one) => sum + one.e * (rateOf(one) - n / e) ** 2, 0);
  const squares = customers.reduce((sum, one) => sum + one.e ** 2, 0);
  return (spread - (customers.length - 1) * within) / (e - squares / e);
}

/** Z of so much exposure. */
export const credibilityIn = ({ within, between }: Structure, e: number): number =>
  between > 0 ? e / (e + within / between) : 0;

/** What each is believed to have: Z times the own rate, the rest from the complement M = Σ Z x / Σ Z, which balances. */
export function credibleMeans(structure: Structure, customers: readonly Observation[]): number[] {
  const weights = customers.map(({ e }) => credibilityIn(structure, e));
  const all = weights.reduce((sum, z) => sum + z, 0);
  const own = customers.map((one) => (one.e > 0 ? rateOf(one) : structure.mean));
  const weighted = weights.reduce((sum, z, index) => sum + z * (own[index] ?? 0), 0);
  const complement = all > 0 ? weighted / all : structure.mean;
  return weights.map((z, index) => z * (own[index] ?? 0) + (1 - z) * complement);
}
