import type { CustomerKind } from '../../demo/plan/shape.ts';

/** A running helpdesk with the history of a plan, to be walked over. */
export interface Ground {
  /** As the popup names what it recognises. */
  readonly name: RegExp;
  readonly url: string;
  /** A list in which tickets of expensive customers stand. */
  readonly list: string;
  /** The newest ticket that each customer of this kind opened alone. */
  ticketsOf(kind: CustomerKind): readonly [Ticket, ...Ticket[]];
  /** Opens the helpdesk in a tab, signed in. */
  enter(tab: Tab): Promise<void>;
  /** Ends what was started for it. */
  close(): Promise<void>;
}

/** What the tabs of either debugger can do. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  type(selector: string, text: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
  readonly keyboard: { press(key: 'Enter'): Promise<void> };
}

export interface Ticket {
  readonly address: string;
  /** Of its requester. */
  readonly who: string;
}

/** A ticket of a plan with the number that the helpdesk gave it. */
export interface Numbered {
  readonly id: number | string;
  /** Addresses. */
  readonly requesters: readonly string[];
  readonly createdAt: number | string;
}

interface Planned {
  readonly customers: readonly { readonly name: string; readonly email: string; readonly kind: CustomerKind }[];
  readonly tickets: readonly Numbered[];
  readonly addressOf: (id: Numbered['id']) => string;
}

/** Finds tickets by how their customers behave. */
export function ticketFinder({ customers, tickets, addressOf }: Planned): Ground['ticketsOf'] {
  return (kind) => {
    const [first, ...more] = customers
      .filter((customer) => customer.kind === kind)
      .flatMap(({ name, email }) => {
        const theirs = tickets.filter(({ requesters }) => requesters.length === 1 && requesters[0] === email);
        const [newest] = theirs.toSorted((a, b) => instant(b.createdAt) - instant(a.createdAt));
        return newest ? [{ address: addressOf(newest.id), who: name }] : [];
      });
    if (!first) throw new Error(`no ticket of a customer who is ${kind}`);
    return [first, ...more];
  };
}

const instant = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at));
