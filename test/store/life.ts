import fc from 'fast-check';

import type { ObservedTicket } from '@/lib/observation';
import { CAUSES } from '@/lib/scoring/contact';
import type { Outage } from '@/lib/scoring/outage';
import type { ProposalRule } from '@/lib/scoring/proposal-rule';
import { assessCustomers } from '@/lib/store/assess';
import { putContracts, removeContract } from '@/lib/store/contracts';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { answerLoss, logCall, setCause } from '@/lib/store/decide';
import { putOutage, recount, removeOutage, type After, type Stretch } from '@/lib/store/outages';
import { recordTickets } from '@/lib/store/record';
import { rederive } from '@/lib/store/rederive';
import { withOrganisations } from '@/lib/store/organisations';

import { at as desk, DAY, daysAgo, emptyRecord, NOW, settings, source } from './desk';

/** Organisations are counted, too. */
export const rules = {
  ...desk.rules,
  limits: [
    ...desk.rules.limits,
    {
      id: 'company',
      on: true,
      scope: 'organisation' as const,
      max: 2,
      window: { days: 60 },
      release: 1,
      cooldownDays: 7,
    },
  ],
};

const people = [
  { userId: '1', email: 'ada@acme.test', name: 'Ada Byron' },
  { userId: '2', email: 'bob@acme.test', name: 'Bob Boole' },
  { userId: '3', name: 'Cy' },
] as const;

/** Something that happens to the record. */
type Event =
  | { readonly does: 'read'; readonly nr: number; readonly version: number; readonly knowsMail: boolean }
  | { readonly does: 'say'; readonly nr: number; readonly cause: (typeof CAUSES)[number] }
  | { readonly does: 'answer'; readonly nr: number; readonly confirmed: boolean }
  | { readonly does: 'call'; readonly day: number }
  | { readonly does: 'outage'; readonly id: number; readonly day: number; readonly days: number; readonly tag: boolean }
  | { readonly does: 'over'; readonly id: number }
  | { readonly does: 'rule'; readonly on: boolean }
  | { readonly does: 'agree'; readonly person: boolean; readonly year: number; readonly pause: boolean }
  | { readonly does: 'part'; readonly person: boolean }
  | { readonly does: 'wait' };

const nr = fc.integer({ min: 1, max: 6 });
const day = fc.integer({ min: 1, max: 300 });
export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('read' as const), nr, version: fc.nat(3), knowsMail: fc.boolean() }),
  },
  fc.record({ does: fc.constant('say' as const), nr, cause: fc.constantFrom(...CAUSES) }),
  fc.record({ does: fc.constant('answer' as const), nr, confirmed: fc.boolean() }),
  fc.record({ does: fc.constant('call' as const), day }),
  fc.record({
    does: fc.constant('outage' as const),
    id: fc.nat(1),
    day,
    days: fc.integer({ min: 1, max: 200 }),
    tag: fc.boolean(),
  }),
  fc.record({ does: fc.constant('over' as const), id: fc.nat(1) }),
  fc.record({ does: fc.constant('rule' as const), on: fc.boolean() }),
  fc.record({
    does: fc.constant('agree' as const),
    person: fc.boolean(),
    year: fc.integer({ min: 2024, max: 2027 }),
    pause: fc.boolean(),
  }),
  fc.record({ does: fc.constant('part' as const), person: fc.boolean() }),
  fc.constant({ does: 'wait' as const }),
);

function seen({ nr: ticketId, version, knowsMail }: Extract<Event, { does: 'read' }>): ObservedTicket {
  const person = people[ticketId % people.length] ?? people[0];
  const age = 300 - ticketId * 40;
  return {
    ticketId: String(ticketId),
    createdAt: daysAgo(age),
    updatedAt: daysAgo(age - version),
    subject: ticketId % 2 ? 'All is down' : 'A question',
    requesters: [knowsMail ? person : { userId: person.userId }],
    opener: { userId: person.userId },
    status: (['new', 'spam', 'open', 'solved'] as const)[version] ?? 'open',
    hints: { tags: ticketId % 3 ? ['network'] : [] },
    entries: version > 1 ? [{ entry: 'txn-1', at: daysAgo(age - 20), what: 'reopened', solvedAt: daysAgo(age) }] : [],
  };
}

const rule: ProposalRule = { id: 'r', on: true, sourceId: source.id, words: ['down'], cause: 'unknown_crash' };

interface World {
  readonly db: NoclaimsDatabase;
  proposals: readonly ProposalRule[];
  clicks: number;
}

const circumstances = ({ proposals }: World) => ({ ...desk, rules, proposals });

export async function counted(world: World, stretch: Stretch | undefined, limit = 3): Promise<void> {
  if (!stretch) return;
  let after: After | undefined;
  do ({ after } = await recount(world.db, { ...stretch, ...(after && { after }) }, limit, circumstances(world)));
  while (after);
}

export async function derived(world: World): Promise<void> {
  let after: string | undefined;
  do {
    const where = { limit: 4, ...(after !== undefined && { after }) };
    ({ cursor: after } = await rederive(world.db, source, where, circumstances(world)));
  } while (after !== undefined);
}

export async function happens(world: World, what: Event): Promise<void> {
  const { db } = world;
  const said = (customerId: string) => ({ click: `click-${++world.clicks}`, customerId, now: NOW });
  const fold = circumstances(world);
  switch (what.does) {
    case 'read':
      await recordTickets(db, { source, tickets: [seen(what)] }, fold);
      return;
    case 'say':
    case 'answer': {
      const contact = await db.contacts.get(`${source.id}/${what.nr}/open`);
      if (!contact) return;
      const by = said(contact.customerId);
      if (what.does === 'say') await setCause(db, by, { contactId: contact.id, cause: what.cause }, fold);
      else await answerLoss(db, by, { contactId: contact.id, confirmed: what.confirmed }, fold);
      return;
    }
    case 'call': {
      const customer = await db.customers.toCollection().first();
      if (customer) await logCall(db, said(customer.id), { kind: 'call', at: daysAgo(what.day) }, fold);
      return;
    }
    case 'outage': {
      const from = daysAgo(what.day);
      const outage: Outage = { id: `o${what.id}`, name: 'Fire', from, to: from + what.days * DAY };
      await counted(world, await putOutage(db, what.tag ? { ...outage, tags: ['network'] } : outage));
      return;
    }
    case 'over':
      await counted(world, await removeOutage(db, `o${what.id}`));
      return;
    case 'rule':
      world.proposals = what.on ? [rule] : [];
      await derived(world);
      return;
    case 'agree': {
      const customer = await db.customers.toCollection().first();
      if (!customer) return;
      const holder = what.person ? customer.id : 'org:domain:acme.test';
      const contract = {
        id: what.person ? 'hers' : 'theirs',
        holder,
        start: `${what.year}-02-28`,
        currency: 'EUR',
        revenue: [],
      };
      const pauses = what.pause ? [{ from: '2026-04-01', to: '2026-06-15' }] : [];
      await putContracts(db, [{ ...contract, pauses }], fold);
      return;
    }
    case 'part':
      await removeContract(db, what.person ? 'hers' : 'theirs', fold);
      return;
    case 'wait': {
      const subjects = await withOrganisations(db, await db.customers.toCollection().primaryKeys(), rules);
      await assessCustomers(db, subjects, { now: NOW, rules, settings, occasion: 'time' });
    }
  }
}

export async function lived(events: readonly Event[]): Promise<World> {
  const world: World = { db: await emptyRecord(), proposals: [], clicks: 0 };
  for (const what of events) await happens(world, what);
  return world;
}
