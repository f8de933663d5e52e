import * as v from 'valibot';

/**
 * What crosses from a helpdesk page to the record: plain data, checked here once and trusted after.
 * A missing field means *not read*, `null` means *read and empty*. Instants are epoch ms.
 */

const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A person as the helpdesk names one; at least one of the two is given. */
const personRef = v.pipe(
  v.strictObject({ userId: v.exactOptional(word), email: v.exactOptional(word) }),
  v.check(({ userId, email }) => userId !== undefined || email !== undefined, 'a person without id and address'),
);

const observedPerson = v.strictObject({
  userId: v.exactOptional(word),
  email: v.exactOptional(v.nullable(word)),
  name: v.exactOptional(v.nullable(text(300))),
  phones: v.exactOptional(v.pipe(v.array(text(60)), v.maxLength(10))),
  organisation: v.exactOptional(v.nullable(text(300))),
});

/** A reopening, or a call noted inside a ticket. `entry` is the helpdesk's own id of it, never a running number. */
const observedEntry = v.strictObject({
  entry: word,
  at: instant,
  what: v.picklist(['reopened', 'call', 'conference']),
  /** For a reopening: when the ticket had been solved before. */
  solvedAt: v.exactOptional(instant),
  minutes: v.exactOptional(minutes),
});

/** What a mapping derives the kind of contact from; kept, so that a changed mapping never fetches again. */
const hints = v.strictObject({
  channel: v.exactOptional(text(200)),
  queue: v.exactOptional(text(200)),
  type: v.exactOptional(text(200)),
  tags: v.exactOptional(v.pipe(v.array(text(200)), v.maxLength(100))),
  fields: v.exactOptional(v.pipe(v.record(text(200), text(500)), v.maxEntries(100))),
});

const observedTicket = v.strictObject({
  ticketId: v.pipe(word, v.regex(/^[^/\s]+$/, 'a ticket id with a slash or a space')),
  subject: v.exactOptional(v.nullable(text(1000))),
  status: v.exactOptional(v.picklist(['new', 'open', 'waiting', 'solved', 'closed', 'deleted', 'spam'])),
  createdAt: v.exactOptional(instant),
  updatedAt: v.exactOptional(instant),
  solvedAt: v.exactOptional(v.nullable(instant)),
  /** Minutes worked on the whole ticket. */
  minutes: v.exactOptional(minutes),
  requesters: v.exactOptional(v.pipe(v.array(observedPerson), v.maxLength(50))),
  opener: v.exactOptional(v.nullable(personRef)),
  /** The ticket that this one was merged into. */
  mergedInto: v.exactOptional(word),
  /** Complete when given: an entry known before and missing now has gone. */
  entries: v.exactOptional(v.pipe(v.array(observedEntry), v.maxLength(500))),
  hints: v.exactOptional(hints),
});

const observation = v.strictObject({
  readFrom: v.picklist(['page', 'json', 'import']),
  tickets: v.pipe(v.array(observedTicket), v.maxLength(500)),
  /** With this the history of a requester has been read to its end; the worker stamps the day. */
  complete: v.exactOptional(v.strictObject({ requester: personRef })),
});

export type PersonRef = v.InferOutput<typeof personRef>;
export type ObservedPerson = v.InferOutput<typeof observedPerson>;
export type ObservedEntry = v.InferOutput<typeof observedEntry>;
export type ObservedTicket = v.InferOutput<typeof observedTicket>;
export type Observation = v.InferOutput<typeof observation>;
export type TicketStatus = NonNullable<ObservedTicket['status']>;
export type Hints = v.InferOutput<typeof hints>;

/** A message to a customer, as a helpdesk's own form is filled with it. */
export interface Letter {
  readonly to: PersonRef;
  readonly subject: string;
  readonly body: string;
}

/** What was seen, or the first thing wrong with it, in words. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

function checked<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Checked<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return { ok: false, why: `${v.getDotPath(issue) ?? 'observation'}: ${issue.message}` };
}

export const checkTicket = (input: unknown): Checked<ObservedTicket> => checked(observedTicket, input);
export const checkPersonRef = (input: unknown): Checked<PersonRef> => checked(personRef, input);

/** Splits an observation into the tickets that hold and those that do not; a bad envelope fails whole. */
export function checkObservation(
  input: unknown,
): Checked<{ observation: Observation; refused: { ticket: unknown; why: string }[] }> {
  const envelope = checked(
    v.object({ ...observation.entries, tickets: v.pipe(v.array(v.unknown()), v.maxLength(500)) }),
    input,
  );
  if (!envelope.ok) return envelope;
  const tickets: ObservedTicket[] = [];
  const refused: { ticket: unknown; why: string }[] = [];
  for (const ticket of envelope.value.tickets) {
    const result = checkTicket(ticket);
    if (result.ok) tickets.push(result.value);
    else refused.push({ ticket, why: result.why });
  }
  return { ok: true, value: { observation: { ...envelope.value, tickets }, refused } };
}
