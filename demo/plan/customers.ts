import type { Chance } from './chance.ts';
import { ascii, FIRST_NAMES, LAST_NAMES, ORGANISATIONS } from './names.ts';
import type { Customer, CustomerKind, Organisation } from './shape.ts';

/** How many of each kind there are among forty customers. */
const OF_FORTY: readonly (readonly [CustomerKind, number])[] = [
  ['weekly-conference', 2],
  ['weekly-phone', 1],
  ['frequent', 5],
  ['ordinary', 16],
  ['yearly', 6],
  ['quiet-then-outage', 3],
  ['almost-quiet-then-outage', 1],
  ['quiet', 3],
  ['lapsed-frequent', 2],
  ['never', 1],
];

/** The same shares for any number of customers: rounded down, what is left goes to the largest remainders. */
function kindsOf(customers: number): CustomerKind[] {
  const shares = OF_FORTY.map(([kind, share], order) => {
    const exact = (share * customers) / 40;
    return { kind, order, count: Math.floor(exact), remainder: exact % 1 };
  });
  const left = customers - shares.reduce((sum, { count }) => sum + count, 0);
  const byRemainder = shares.toSorted((a, b) => b.remainder - a.remainder || a.order - b.order);
  const luckiest = new Set(byRemainder.slice(0, left));
  return shares.flatMap((share) => {
    const count = share.count + (luckiest.has(share) ? 1 : 0);
    return Array.from({ length: count }, () => share.kind);
  });
}

/**
 * Every address ends in the reserved .example, with one registrable domain a company; every number lies in the
 * range that the United Kingdom keeps free for drama.
 */
export function peopleOf(chance: Chance, count: number): { organisations: Organisation[]; customers: Customer[] } {
  const organisations = chance
    .shuffled(ORGANISATIONS)
    .slice(0, 12)
    .map((name) => ({ name, domain: `${ascii(name)}.example` }));
  const firstNames = chance.shuffled(FIRST_NAMES);
  const lastNames = chance.shuffled(LAST_NAMES);

  const customers = kindsOf(count).map((kind, index) => {
    // Each further round through the first names meets other last names, so that nobody is named twice.
    const round = Math.floor(index / firstNames.length);
    const first = at(firstNames, index);
    const last = at(lastNames, index + 13 * round);
    const { name, domain } = at(organisations, index);
    return {
      name: `${first} ${last}`,
      email: `${ascii(first)}.${ascii(last)}@${domain}`,
      phone: `+44 20 7946 0${String(index).padStart(3, '0')}`,
      organisation: name,
      kind,
    };
  });
  return { organisations, customers };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('an empty list has no places');
  return item;
}
