import { assess, type Circumstances } from '@/lib/scoring/assess';
import type { Contact } from '@/lib/scoring/contact';
import { contactsOf, type TicketFacts } from '@/lib/scoring/counting';
import { firstFit } from '@/lib/scoring/fit';
import type { KindMapping } from '@/lib/scoring/hints';
import type { Standing } from '@/lib/scoring/standing';
import { tallyOf } from '@/lib/scoring/tally';

import { plan } from '../../demo/plan.ts';
import type { CustomerKind, PlannedTicket } from '../../demo/plan/shape.ts';
import { rules } from '../scoring/given';

export const NOW = Date.parse('2026-11-25T12:00:00Z');
const invented = plan({ asOf: NOW, seed: 1 });

const mapping: KindMapping[] = (['chat', 'visit', 'conference'] as const).map((kind) => ({
  hint: 'channel',
  value: kind,
  kind,
}));
mapping.push({ hint: 'channel', value: 'phone', kind: 'call' });

function factsOf(ticket: PlannedTicket, index: number): TicketFacts {
  const { createdAt, subject, channel, minutes, reopenings = [] } = ticket;
  return {
    id: `demo/${index}`,
    openedBy: 'customer',
    createdAt: Date.parse(createdAt),
    subject,
    minutes,
    hints: { channel },
    entries: reopenings.map(({ at, solvedAt }, nth) => ({
      entry: `reopened-${nth}`,
      at: Date.parse(at),
      what: 'reopened',
      solvedAt: Date.parse(solvedAt),
    })),
  };
}

export interface Told {
  readonly name: string;
  readonly standing: Standing;
}

/** The nth customer of a kind in the invented history, as the real code assesses them. */
export function told(
  kind: CustomerKind,
  nth = 0,
  more: Partial<Circumstances> & { readonly change?: (contacts: Contact[]) => Contact[] } = {},
): Told {
  const { change = (contacts) => contacts, ...circumstances } = more;
  const customer = invented.customers.filter((one) => one.kind === kind)[nth];
  if (!customer) throw new RangeError(`no ${kind} customer ${nth}`);
  const contacts = invented.tickets
    .map((ticket, index) => ({ ticket, facts: factsOf(ticket, index) }))
    .filter(({ ticket }) => ticket.requesters[0] === customer.email)
    .flatMap(({ facts }) => contactsOf(facts, { mapping, reopenDays: 14 }));
  const counting = circumstances.rules ?? rules({ zone: 'Europe/Berlin' });
  const now = circumstances.now ?? NOW;
  const { tally } = tallyOf('c', { past: [], contacts: change(contacts) }, counting, now);
  const standing = assess(tally, {
    now,
    rules: counting,
    fit: firstFit({ estimate: 3, rateLimit: null }),
    exposure: [{ from: tally.firstAt ?? now, to: now }],
    occasion: 'nightly',
    thanksEveryDays: 90,
    openTickets: 0,
    person: {},
    ...circumstances,
  });
  return { name: customer.name, standing };
}
