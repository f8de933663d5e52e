import { DAY } from '@/lib/scoring/contact';

import { contactsOf } from './contacts.ts';
import { customerOf } from './customer.ts';
import { drawsOf, type Draw } from './draw.ts';
import type { Portfolio, SimulatedContact, SimulatedOutage, Truth } from './truth.ts';

const BEGIN = Date.UTC(2024, 0, 1);
const HOUR = DAY / 24;
const LONGEST_OUTAGE_HOURS = 48;

/** A portfolio of known truth. The same truth gives the same portfolio, and of a larger one the first customers are the same. */
export function simulated(truth: Truth): Portfolio {
  const span = [BEGIN, BEGIN + truth.days * DAY] as const;
  const draws = drawsOf(truth.seed);
  const outages = outagesOf(truth, draws.next().value, span);
  let organisation = organisationOf(truth, 0, draws.next().value);
  const contacts: SimulatedContact[] = [];
  const customers = Array.from({ length: truth.customers }, (_, index) => {
    const isNext = index > 0 && index % truth.organisation === 0;
    if (isNext && organisation) organisation = organisationOf(truth, index / truth.organisation, draws.next().value);
    const draw = draws.next().value;
    const customer = customerOf(truth, draw, { number: index + 1, ...(organisation && { organisation }) }, span);
    contacts.push(...contactsOf(truth, customer, outages, draw));
    return customer;
  });
  contacts.sort((a, b) => a.at - b.at || (a.customer < b.customer ? -1 : 1));
  return { truth, from: span[0], to: span[1], customers, outages, contacts };
}

function outagesOf({ outages }: Truth, draw: Draw, [begin, end]: readonly [number, number]): SimulatedOutage[] {
  return Array.from({ length: outages }, (_, index) => {
    const from = Math.floor(begin + draw.uniform() * (end - begin));
    return { id: `outage-${index + 1}`, from, to: from + Math.ceil(draw.uniform() * LONGEST_OUTAGE_HOURS) * HOUR };
  });
}

function organisationOf(
  { organisation, organisationAlpha }: Truth,
  index: number,
  draw: Draw,
): { readonly id: string; readonly relativity: number } | undefined {
  return organisation > 1 ? { id: `o${index + 1}`, relativity: draw.gamma(organisationAlpha) } : undefined;
}
