import { canonical } from '@/lib/privacy/canonical';
import { TABLE_ORDER } from '@/lib/privacy/format';

/** An export of any size, made row by row, for machines that have less memory than it has bytes. */

const TICKETS_EACH = 10;
/** A customer with identities, tickets and contacts. */
const BYTES_EACH = 5_000;
const DAY = 86_400_000;

const idOf = (customer: number): string => `c${String(customer).padStart(11, '0')}`;
const emailOf = (customer: number): string => `${idOf(customer)}@company${customer % 1000}.test`;

type Rows = Generator<object>;

function* each(count: number, row: (index: number) => object): Rows {
  for (let index = 0; index < count; index += 1) yield row(index);
}

const ticketOf = (index: number) => {
  const customer = Math.floor(index / TICKETS_EACH);
  return { id: `bigfiles/${String(index).padStart(12, '0')}`, customer, nr: index % TICKETS_EACH };
};

function rowsOf(table: string, customers: number, now: number): { count: number; rows: Rows } {
  const tickets = customers * TICKETS_EACH;
  const tables: Readonly<Record<string, readonly [number, (index: number) => object]>> = {
    sources: [
      1,
      () => ({
        id: 'bigfiles',
        adapterId: 'rt',
        origin: 'https://big.test',
        basePath: '',
        name: 'Big',
        mapping: [],
        createdAt: now - 900 * DAY,
      }),
    ],
    identities: [customers, (index) => ({ key: `email:${emailOf(index)}`, customerId: idOf(index) })],
    customers: [
      customers,
      (index) => ({
        id: idOf(index),
        name: `Customer ${index}`,
        names: [`Customer ${index}`],
        email: emailOf(index),
        terms: ['customer', emailOf(index)],
        createdAt: now - 700 * DAY,
        completeThrough: { bigfiles: now - DAY },
      }),
    ],
    tickets: [
      tickets,
      (index) => {
        const { id, customer, nr } = ticketOf(index);
        const createdAt = now - (nr + 1) * 60 * DAY;
        return {
          id,
          customerId: idOf(customer),
          requesters: [`email:${emailOf(customer)}`],
          opener: `email:${emailOf(customer)}`,
          subject: `Matter ${nr} of customer ${customer}: it does not do what it did`,
          status: 'solved',
          createdAt,
          updatedAt: createdAt + DAY,
          hints: { queue: 'General' },
        };
      },
    ],
    contacts: [
      tickets,
      (index) => {
        const { id, customer, nr } = ticketOf(index);
        const identity = `email:${emailOf(customer)}`;
        const at = now - (nr + 1) * 60 * DAY;
        return {
          id: `${id}/open`,
          customerId: idOf(customer),
          identity,
          at,
          kind: 'message',
          initiator: 'customer',
          cause: 'pending',
        };
      },
    ],
  };
  const [count, row] = tables[table] ?? [0, () => ({})];
  return { count, rows: each(count, row) };
}

/** About so many bytes of an honest export, in pieces; `now` is epoch ms. */
export function* bigFile(bytes: number, now: number): Generator<string> {
  const customers = Math.ceil(bytes / BYTES_EACH);
  const counts = Object.fromEntries(TABLE_ORDER.map((table) => [table, rowsOf(table, customers, now).count]));
  yield `{"format":"noclaims","version":1,"madeAt":${now},\n"counts":${JSON.stringify(counts)},\n"tables":{\n`;
  for (const [index, table] of TABLE_ORDER.entries()) {
    yield `"${table}":[\n`;
    let separator = '';
    let piece = '';
    for (const row of rowsOf(table, customers, now).rows) {
      piece += separator + canonical(row);
      separator = ',\n';
      if (piece.length < 65_536) continue;
      yield piece;
      piece = '';
    }
    yield `${piece}${separator && '\n'}]${index < TABLE_ORDER.length - 1 ? ',' : ''}\n`;
  }
  yield '}}\n';
}
