import type { Chance } from './chance.ts';
import { conversation, type Draft } from './conversation.ts';
import type { Channel, Customer, CustomerKind } from './shape.ts';
import { OUTAGES, TOPICS } from './texts.ts';

export interface Circumstances {
  readonly chance: Chance;
  readonly asOf: number;
  /** Multiplies the number of tickets of everybody who has any. */
  readonly scale: number;
  readonly customers: readonly Customer[];
  /** How many organisations there are: so many places on is a colleague from the same company. */
  readonly companies: number;
}

const FIVE_YEARS = 1826;

/** The history of each customer, in the order of customers: the order of draws decides what a seed gives. */
export function ticketsOf(circumstances: Circumstances): Draft[] {
  const { chance, asOf, scale, customers, companies } = circumstances;
  const { int } = chance;
  const times = (count: number): number => Math.max(1, Math.round(count * scale));
  const repeat = (count: number, tell: (left: number, done: number) => Draft): Draft[] =>
    Array.from({ length: times(count) }, (_, done) => tell(times(count) - 1 - done, done));

  let outages = 0;
  const everyday = (customer: Customer, daysAgo: number, channel?: Channel): Draft =>
    everydayMatter(circumstances, customer, daysAgo, channel);
  function outage(customer: Customer, daysAgo: number): Draft {
    const [subject, text] = OUTAGES[outages++ % OUTAGES.length] ?? ['', ''];
    const matter = {
      requesters: [customer.email],
      subject,
      text,
      channel: 'phone',
      minutes: int(180, 420),
      replies: 3,
    } as const;
    return conversation(chance, asOf, matter, daysAgo);
  }

  const behaviours: Record<CustomerKind, (customer: Customer, index: number) => Draft[]> = {
    'weekly-conference': (customer, index) =>
      repeat(40 - index * 6, (week) => {
        // Now and then somebody else is on the call too.
        const guest = week % 10 === 3 ? customers[index + companies] : undefined;
        const matter = {
          requesters: guest ? [customer.email, guest.email] : [customer.email],
          subject: `Weekly conference call, ${customer.organisation}`,
          text: 'Please join our weekly conference call. There will be seven of us on the line.',
          channel: 'conference',
          minutes: int(60, 180),
          replies: int(1, 2),
        } as const;
        return conversation(chance, asOf, matter, week * 7 + 3 * index);
      }),
    'weekly-phone': (customer) => repeat(30, (week) => everyday(customer, week * 7 + int(0, 3), 'phone')),
    frequent: (customer) => [
      ...repeat(int(14, 20), () => everyday(customer, int(0, 180))),
      ...repeat(int(3, 6), () => everyday(customer, int(200, 1500))),
    ],
    ordinary: (customer) => repeat(int(4, 10), () => everyday(customer, int(1, 2150))),
    yearly: (customer) => repeat(6, (_, year) => everyday(customer, year * 365 + int(20, 340))),
    'quiet-then-outage': (customer) => [everyday(customer, int(1900, 2150)), outage(customer, int(1, 20))],
    'almost-quiet-then-outage': (customer) => [everyday(customer, FIVE_YEARS - 6), outage(customer, 3)],
    quiet: (customer) => [everyday(customer, int(1840, 2150))],
    'lapsed-frequent': (customer) => repeat(24, () => everyday(customer, int(3 * 365, 4 * 365))),
    never: () => [],
  };
  return customers.flatMap((customer, index) => behaviours[customer.kind](customer, index));
}

/** One of the usual questions, over a usual channel. */
function everydayMatter(
  { chance, asOf }: Circumstances,
  customer: Customer,
  daysAgo: number,
  channel: Channel = chance.pick(['email', 'email', 'web', 'phone'] as const),
): Draft {
  const { int } = chance;
  const [subject, text] = chance.pick(TOPICS);
  const matter = {
    requesters: [customer.email],
    subject: subject.replace('{n}', String(int(10_000, 99_999))),
    text,
    channel,
    minutes: channel === 'phone' ? int(10, 60) : int(5, 45),
    replies: int(1, 5),
  };
  return conversation(chance, asOf, matter, daysAgo);
}
