import type { SeededPlan, SeededTicket } from './desk.ts';

const DAY = 86_400_000;

/** Noon of the day after the history ends, whenever the test is run: no midnight falls into it. */
export const noonAfter = ({ asOf }: SeededPlan): number => Date.parse(`${asOf.slice(0, 10)}T12:00:00Z`) + DAY;

/** The last ticket that somebody of each kind opened alone; and both that came back. */
export function oneOfEachKind(plan: SeededPlan): SeededTicket[] {
  const back = plan.tickets.filter(({ reopenings }) => reopenings);
  const kinds = [...new Set(plan.customers.map(({ kind }) => kind))].filter((kind) => kind !== 'never');
  const others = kinds
    .filter((kind) => kind !== 'ordinary')
    .map((kind) => {
      const whose = plan.customers.find((customer) => customer.kind === kind)?.email;
      return plan.tickets.findLast(({ requesters }) => requesters.length === 1 && requesters[0] === whose);
    });
  return [...others.filter((ticket) => ticket !== undefined), ...back];
}

export const addressesOf = (some: readonly SeededTicket[]): Set<string> =>
  new Set(some.flatMap(({ requesters: [first] }) => first ?? []));
