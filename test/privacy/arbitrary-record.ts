import fc from 'fast-check';

import { CAUSES, KINDS } from '@/lib/scoring/contact';
import type { KeptRows } from '@/lib/privacy/row-schemas';
import type { NoclaimsDatabase } from '@/lib/store/database';

export type Record = { readonly [Table in keyof KeptRows]: readonly KeptRows[Table][] };

const said = fc.constantFrom('person', 'rule', 'import' as const);
const cause = fc.constantFrom(...CAUSES);
const kind = fc.constantFrom(...KINDS);
const instant = fc.integer({ min: 0, max: 2_000_000_000_000 });
const words = fc.string({ unit: 'binary', maxLength: 12 });
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const nth = (max: number) => fc.integer({ min: 0, max });

const mapping = fc.record({ hint: fc.constantFrom('queue', 'tag' as const), value: words, kind });
const sources = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('aaaaaaaa', 'bbbbbbbb'),
    adapterId: fc.constantFrom('rt', 'marked-up'),
    origin: fc.constant('https://desk.acme.test'),
    basePath: fc.constantFrom('', '/rt'),
    name: words,
    mapping: fc.array(mapping, { maxLength: 2 }),
    createdAt: instant,
  }),
  { selector: ({ id }) => id },
);

const hints = fc.record(
  {
    channel: words,
    tags: fc.array(words, { maxLength: 2 }),
    fields: fc.dictionary(fc.constantFrom('Z', 'a', '10', '9'), words),
  },
  { requiredKeys: [] },
);
const entry = fc.record(
  {
    entry: fc.constantFrom('txn-1', 'voice-2'),
    at: instant,
    what: fc.constantFrom('reopened', 'call' as const),
    solvedAt: instant,
  },
  { requiredKeys: ['entry', 'at', 'what'] },
);

/** Of the nth customer: a ticket and the contact that it is. */
const ticket = fc.record({
  row: fc.record(
    {
      opener: fc.constant(null),
      subject: words,
      createdAt: instant,
      updatedAt: instant,
      solvedAt: fc.option(instant),
      minutes: fc.double({ min: 0, max: 1000, noNaN: true }),
      behind: fc.dictionary(fc.constantFrom('minutes', 'hints.tags'), instant),
      hints,
      entries: fc.array(entry, { maxLength: 2 }),
      ours: fc.constant(true as const),
    },
    { requiredKeys: [] },
  ),
  contact: fc.record(
    {
      at: instant,
      kind,
      initiator: fc.constantFrom('customer', 'agent' as const),
      minutes: nth(90),
      cause,
      causeBy: said,
      topic: words,
    },
    { requiredKeys: ['at', 'kind', 'initiator', 'cause'] },
  ),
  open: fc.boolean(),
});

const date = fc.constantFrom('2020-02-29', '2024-03-01', '2026-11-25');
const minor = nth(1_000_000);
const part = fc.oneof(
  fc.record({ kind: fc.constant('monthly' as const), minor, from: date }),
  fc.record({ kind: fc.constant('licence' as const), minor, at: date, termMonths: fc.integer({ min: 1, max: 36 }) }),
  fc.record({ kind: fc.constant('resale' as const), minor, costMinor: minor, at: date }),
);
const contract = fc.record(
  {
    start: date,
    zone: fc.constantFrom('UTC', 'Europe/Vienna'),
    pauses: fc.constantFrom([], [{ from: '2024-05-01', to: '2024-07-01' }], [{ from: '2025-01-01' }]),
    currency: fc.constantFrom('EUR', 'JPY'),
    revenue: fc.array(part, { maxLength: 3 }),
    goodsMinor: minor,
    ladderId: fc.constantFrom('sane', 'gone'),
    seats: fc.integer({ min: 1, max: 99 }),
  },
  { requiredKeys: ['start', 'pauses', 'currency', 'revenue'] },
);

const outage = fc
  .record(
    {
      name: fc.constantFrom('Fire', 'Flood'),
      from: nth(2_000_000_000),
      lasts: fc.integer({ min: 1, max: 900_000 }),
      sourceId: fc.constant('aaaaaaaa'),
      queues: fc.constant(['Support']),
      tags: fc.constant(['down', 'slow']),
    },
    { requiredKeys: ['name', 'from'] },
  )
  .map(({ lasts, ...row }) => ({ ...row, ...(lasts !== undefined && { to: row.from + lasts }) }));

const customer = fc.record({
  contracts: fc.array(contract, { maxLength: 2 }),
  row: fc.record(
    {
      name: words,
      names: fc.array(words, { maxLength: 3 }),
      organisationId: fc.constant('domain:acme.test'),
      terms: fc.array(words, { maxLength: 3 }),
      createdAt: instant,
      exempt: fc.constant(true as const),
      objection: fc.constant(true as const),
      completeThrough: fc.dictionary(fc.constantFrom('aaaaaaaa', 'bbbbbbbb'), instant),
    },
    { requiredKeys: ['names', 'terms', 'createdAt', 'completeThrough'] },
  ),
  hasAddress: fc.boolean(),
  tickets: fc.array(ticket, { maxLength: 4 }),
  past: fc.array(fc.record({ at: instant, cause, kind, counted: fc.boolean() }), { maxLength: 3 }),
  breaches: fc.uniqueArray(instant, { maxLength: 2 }),
  thanks: fc.array(fc.record({ at: instant, by: said, reason: words }, { requiredKeys: ['at', 'by'] }), {
    maxLength: 2,
  }),
});

const settings = fc.uniqueArray(
  fc.oneof(
    fc.record({ key: fc.constant('estimate'), value: fc.integer({ min: 1, max: 1000 }) }),
    fc.record({ key: fc.constant('zone'), value: fc.constantFrom(null, 'Europe/Vienna') }),
    fc.record({ key: fc.constant('ladder'), value: fc.constantFrom('article', 'sane') }),
  ),
  { selector: ({ key }) => key },
);

const suppressions = fc.array(
  fc.record({ key: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)), hash: hex, at: instant, erased: fc.boolean() }),
  { maxLength: 3 },
);

/** A record as it could be, whatever its words and instants are. */
export const arbitraryRecord: fc.Arbitrary<Record> = fc
  .record({
    sources,
    settings,
    suppressions,
    customers: fc.array(customer, { maxLength: 5 }),
    days: fc.uniqueArray(nth(400), { maxLength: 4 }),
    outages: fc.array(outage, { maxLength: 2 }),
    ofCompany: fc.array(contract, { maxLength: 1 }),
  })
  .map(({ sources: desks, settings: own, suppressions: list, customers, days, outages, ofCompany }) => {
    const people = customers.map(rowsOf);
    return {
      sources: desks,
      settings: own,
      suppressions: list.map(({ key, hash, at, erased }) => {
        const scope = erased ? (`before:${at}` as const) : ('scoring' as const);
        return { id: `${key}/${hash}/${scope}`, hash, scope, at };
      }),
      organisations: [{ id: 'domain:acme.test', name: 'acme.test' }],
      coverage: days.map((day) => ({
        sourceId: 'aaaaaaaa',
        day: new Date(day * 86_400_000).toISOString().slice(0, 10),
      })),
      identities: people.flatMap(({ identities }) => identities),
      customers: people.map(({ row }) => row),
      tickets: people.flatMap(({ tickets }) => tickets),
      contacts: people.flatMap(({ contacts }) => contacts),
      decisions: people.flatMap(({ decisions }) => decisions),
      ladderPast: people.flatMap(({ ladderPast }) => ladderPast),
      alerts: people.flatMap(({ alerts }) => alerts),
      outages: outages.map((row, nr) => ({ ...row, id: `outage-${nr}` })),
      contracts: [
        ...people.flatMap(({ contracts }) => contracts),
        ...ofCompany.map((row) => ({ ...row, id: 'of-acme', holder: 'org:domain:acme.test' })),
      ],
    };
  });

type Customer = typeof customer extends fc.Arbitrary<infer Value> ? Value : never;

function rowsOf({ row, hasAddress, tickets, past, breaches, thanks, contracts }: Customer, index: number) {
  const id = `customer${index}`;
  const email = `c${index}@acme.test`;
  const keys = [`user:aaaaaaaa:${index}`, ...(hasAddress ? [`email:${email}`] : [])];
  const identity = keys[0] ?? '';
  const ticketId = (nr: number): string => `aaaaaaaa/${index}-${nr}`;
  return {
    row: { ...row, id, ...(hasAddress && { email }) },
    identities: keys.map((key) => ({ key, customerId: id })),
    tickets: tickets.map((each, nr) => ({
      ...each.row,
      id: ticketId(nr),
      customerId: id,
      requesters: [identity],
      ...(each.open && { status: 'open' as const, openOf: id }),
    })),
    contacts: tickets.map(({ contact }, nr) => ({ ...contact, id: `${ticketId(nr)}/open`, customerId: id, identity })),
    decisions: thanks.map((each, nr) => ({
      ...each,
      id: `${id}-${nr}`,
      subject: `customer:${id}`,
      kind: 'thanked' as const,
      customerId: id,
      value: true,
    })),
    ladderPast: past.map((each, nr) => ({ ...each, id: `${ticketId(100 + nr)}/open`, holder: id })),
    contracts: contracts.map((each, nr) => ({ ...each, id: `${id}/${nr}`, holder: id })),
    alerts: breaches.map((at) => ({
      id: `week/${id}/${at}`,
      ruleId: 'week',
      subject: id,
      breachedAt: at,
      load: 4,
      max: 3,
      state: 'open' as const,
      open: 1 as const,
      remindedAt: at,
    })),
  };
}

export async function fill(db: NoclaimsDatabase, record: Record): Promise<void> {
  for (const [name, rows] of Object.entries(record)) await db.table(name).bulkPut([...rows]);
}
