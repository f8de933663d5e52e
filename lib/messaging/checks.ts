import * as v from 'valibot';

import type { MessageKind, OwnMessages, PageMessages } from './protocol';

/** Shape and size of what may arrive. An observation is checked by its own room; here only that it is not huge. */

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const click = v.pipe(v.string(), v.uuid());
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1, 'a reason, in a few words'), v.maxLength(1000));
const personRef = v.strictObject({ userId: v.optional(word), email: v.optional(word) });
const place = { adapterId: word, basePath: v.pipe(v.string(), v.regex(/^$|^\/[^?#]*[^/?#]$/), v.maxLength(500)) };
const looking = { ticketId: word, requester: v.nullable(personRef) };
const kind = v.picklist(['message', 'chat', 'call', 'conference', 'visit']);
const cause = v.picklist([
  'pending',
  'user_error',
  'request',
  'product_fault',
  'third_party',
  'unknown_crash',
  'helpful_report',
]);

const action = v.variant('do', [
  v.strictObject({
    do: v.literal('log-call'),
    kind,
    minutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1440, 'a day at most'))),
    at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.strictObject({ do: v.literal('cause'), contactId: v.optional(id), cause }),
  v.strictObject({ do: v.picklist(['confirm-loss', 'refuse-loss']), contactId: id, reason: sentence }),
  v.strictObject({
    do: v.literal('snooze'),
    alertId: v.optional(id),
    days: v.pipe(v.number(), v.minValue(0.01), v.maxValue(365)),
  }),
  v.strictObject({ do: v.literal('exempt'), on: v.boolean(), reason: v.optional(sentence) }),
  v.strictObject({ do: v.literal('objects'), on: v.boolean() }),
  v.strictObject({ do: v.literal('thank') }),
  v.strictObject({ do: v.literal('erase') }),
]);

const rows = v.pipe(
  v.array(v.strictObject({ ticketId: word, requester: v.optional(personRef) })),
  v.maxLength(500, 'at most 500 rows at once'),
);

const PAGE = {
  hello: v.strictObject({
    ...place,
    looking: v.optional(v.strictObject(looking)),
    observation: v.optional(v.unknown()),
  }),
  observe: v.strictObject({ ...place, looking: v.optional(v.strictObject(looking)), observation: v.unknown() }),
  unreadable: v.strictObject({ ...place, fact: word }),
  badges: v.strictObject({ ...place, rows }),
  card: v.strictObject({ ...place, ...looking }),
  'card-file': v.strictObject(place),
  turn: v.strictObject({ ...place, urgent: v.boolean() }),
  'turn-over': v.strictObject({
    ...place,
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
    retryAfterMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  }),
  'page-act': v.strictObject({ ...place, ...looking, click, action }),
} satisfies Record<keyof PageMessages, v.GenericSchema>;

const OWN = {
  consent: v.strictObject({ agreed: v.boolean() }),
  watch: v.strictObject({ ...place, origin: v.pipe(v.string(), v.url()), tabId: v.number(), name: word }),
  unwatch: v.strictObject({ sourceId: id }),
  act: v.strictObject({ customerId: id, click, action }),
  setting: v.strictObject({ key: word, value: v.unknown() }),
  contracts: v.strictObject({ put: v.pipe(v.array(v.unknown()), v.maxLength(500, 'at most 500 contracts at once')) }),
  'contract-remove': v.strictObject({ id }),
  outage: v.strictObject({ put: v.unknown() }),
  'outage-remove': v.strictObject({ id }),
  hide: v.strictObject({ on: v.boolean() }),
  'erase-everything': v.strictObject({}),
  import: v.strictObject({ fileId: id }),
  nightly: v.strictObject({}),
} satisfies Record<keyof OwnMessages, v.GenericSchema>;

const isKey = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);

export type Role = 'page' | 'own';

/** Which part may send a kind; undefined for a kind that nobody may send to the worker. */
export const roleOf = (kindName: string): Role | undefined => {
  if (isKey(PAGE, kindName)) return 'page';
  return isKey(OWN, kindName) ? 'own' : undefined;
};

/** The first thing wrong with what is asked, in words; undefined when nothing is. */
export function fault(kindName: MessageKind, ask: unknown): string | undefined {
  const schema = isKey(PAGE, kindName) ? PAGE[kindName] : isKey(OWN, kindName) ? OWN[kindName] : undefined;
  if (!schema) return `nobody may send ${kindName}`;
  const result = v.safeParse(schema, ask, { abortEarly: true });
  if (result.success) return undefined;
  const [issue] = result.issues;
  return `${kindName}: ${v.getDotPath(issue) ?? 'message'}: ${issue.message}`;
}
