/** An invented support history, as plain JSON. Instants are ISO text in UTC, to the second. */
export interface Plan {
  readonly asOf: string;
  readonly seed: number;
  readonly organisations: readonly Organisation[];
  readonly customers: readonly Customer[];
  readonly tickets: readonly PlannedTicket[];
}

export interface Organisation {
  readonly name: string;
  readonly domain: string;
}

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly organisation: string;
  /** How this customer behaves: the ground truth that a test compares with. */
  readonly kind: CustomerKind;
}

export type CustomerKind =
  | 'weekly-conference'
  | 'weekly-phone'
  | 'frequent'
  | 'ordinary'
  | 'yearly'
  | 'quiet-then-outage'
  | 'almost-quiet-then-outage'
  | 'quiet'
  | 'lapsed-frequent'
  | 'never';

export type Channel = 'email' | 'web' | 'phone' | 'chat' | 'conference' | 'visit';

export interface PlannedTicket {
  /** Addresses; the first one opened it. */
  readonly requesters: readonly string[];
  readonly subject: string;
  readonly channel: Channel;
  readonly status: 'new' | 'open' | 'waiting' | 'solved';
  readonly createdAt: string;
  readonly solvedAt: string | null;
  readonly minutes: number;
  readonly messages: readonly PlannedMessage[];
  /** Each with the solve that it undid; `solvedAt` above is then the last one. */
  readonly reopenings?: readonly { readonly at: string; readonly solvedAt: string }[];
}

export interface PlannedMessage {
  readonly at: string;
  readonly by: 'customer' | 'agent' | 'internal';
  readonly text: string;
  readonly minutes: number;
}
