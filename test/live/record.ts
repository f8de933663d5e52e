import type { Agent } from './agent.ts';

/** Rows as the record keeps them: what these tests look at. */
export interface CustomerRow {
  readonly id: string;
  readonly email?: string;
  readonly name?: string;
}
export interface ContactRow {
  readonly id: string;
  readonly customerId: string;
  readonly at: number;
  readonly kind: string;
  readonly minutes?: number;
  readonly excluded?: string;
}
export interface AlertRow {
  readonly subject: string;
  readonly ruleId: string;
  readonly breachedAt: number;
  readonly load: number;
  readonly max: number;
  readonly remindedAt?: number;
  readonly clearedAt?: number;
}
interface StandingRow {
  readonly customerId: string;
  readonly level: string;
  readonly rate: { readonly mean: number };
  readonly ladder: { readonly rung: number };
  readonly year: { readonly minutes: number };
}

/** What stands on record of one customer. */
export interface OnRecord {
  readonly contacts: readonly ContactRow[];
  readonly alerts: readonly AlertRow[];
  readonly standing: StandingRow | undefined;
  /** Counted contacts. */
  readonly counted: number | undefined;
}

const KEPT = [
  'sources',
  'identities',
  'customers',
  'organisations',
  'tickets',
  'contacts',
  'decisions',
  'ladderPast',
  'contracts',
  'outages',
  'suppressions',
  'alerts',
  'coverage',
  'settings',
];
const DERIVED = ['tallies', 'standings', 'weeks', 'fits'];

/** Rows by table. */
export type Tables = Readonly<Record<string, readonly object[]>>;

/** All kept and derived ones. */
export async function everyRow(agent: Agent): Promise<Tables> {
  const tables = [...KEPT, ...DERIVED];
  const rows = await Promise.all(tables.map((table) => agent.rows<object>(table)));
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]));
}

/** By address. */
export async function recordOf(agent: Agent): Promise<(email: string) => OnRecord> {
  const [customers, contacts, alerts, standings, tallies] = await Promise.all([
    agent.rows<CustomerRow>('customers'),
    agent.rows<ContactRow>('contacts'),
    agent.rows<AlertRow>('alerts'),
    agent.rows<StandingRow>('standings'),
    agent.rows<{ subject: string; counted: number }>('tallies'),
  ]);
  return (email) => {
    const id = customers.find((customer) => customer.email === email)?.id ?? '';
    return {
      contacts: contacts.filter(({ customerId }) => customerId === id).toSorted((a, b) => a.at - b.at),
      alerts: alerts.filter(({ subject }) => subject === id),
      standing: standings.find(({ customerId }) => customerId === id),
      counted: tallies.find(({ subject }) => subject === id)?.counted,
    };
  };
}
