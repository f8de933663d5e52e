import * as v from 'valibot';

import { CAUSES, KINDS, NOT_COUNTED } from '@/lib/scoring/contact';
import type { Contract } from '@/lib/scoring/contract';
import type { Outage } from '@/lib/scoring/outage';
import { contractSchema } from '@/lib/settings/contract-schema';
import { outageSchema } from '@/lib/settings/outage-schema';
import { checkSetting, isSettingKey } from '@/lib/settings/schema';
import type { KeptTable } from '@/lib/store/database';
import type * as rows from '@/lib/store/rows';

/** What a row of a file must be to come in. Fields that nobody knows are left out. */

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));
const figure = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const yes = v.literal(true);
const optional = v.exactOptional;
const loss = optional(v.picklist(['confirmed', 'refused']));
const kind = v.picklist(KINDS);
const cause = v.picklist(CAUSES);
const said = v.picklist(['person', 'rule', 'import']);
const listOf = <Item extends v.GenericSchema>(item: Item, max: number) => v.pipe(v.array(item), v.maxLength(max));

const mapping = v.object({
  hint: v.picklist(['channel', 'queue', 'type', 'tag', 'field']),
  field: optional(text(500)),
  value: text(500),
  kind,
});

const entry = v.object({
  entry: id,
  at: instant,
  what: v.picklist(['reopened', 'call', 'conference']),
  solvedAt: optional(instant),
  minutes: optional(minutes),
});

const hints = v.object({
  channel: optional(text(500)),
  queue: optional(text(500)),
  type: optional(text(500)),
  tags: optional(listOf(text(500), 1000)),
  fields: optional(v.record(text(500), text(1000))),
});

const excluded = v.picklist(NOT_COUNTED);

/** The list's own key, the hash, the scope: what a row says must be what its id says. */
const suppression = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}\/[0-9a-f]{64}\/(mail|calls|scoring|before:\d{1,16})$/)),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    scope: v.custom<rows.SuppressionRow['scope']>(
      (scope) => typeof scope === 'string' && /^(mail|calls|scoring|before:\d{1,16})$/.test(scope),
    ),
    at: instant,
  }),
  v.check((row) => row.id.endsWith(`/${row.hash}/${row.scope}`)),
);

/** A setting that this version knows, with a value that it would take from the options page, too. */
const setting = v.pipe(
  v.object({ key: v.pipe(id, v.check(isSettingKey)), value: v.unknown() }),
  v.check(({ key, value }) => isSettingKey(key) && checkSetting(key, value).ok),
);

export const rowSchemas: { readonly [Table in KeptTable]: v.GenericSchema<unknown, KeptRows[Table]> } = {
  suppressions: suppression,
  settings: setting,
  contracts: contractSchema,
  outages: outageSchema,
  sources: v.object({
    id,
    adapterId: id,
    origin: v.pipe(text(2000), v.url()),
    basePath: text(2000),
    name: text(500),
    mapping: listOf(mapping, 1000),
    createdAt: instant,
  }),
  organisations: v.object({ id, name: text(500) }),
  coverage: v.object({ sourceId: id, day: v.pipe(v.string(), v.isoDate()) }),
  identities: v.object({ key: v.pipe(id, v.regex(/^(email|phone|user):/)), customerId: id, shared: optional(yes) }),
  decisions: v.object({
    id,
    subject: id,
    kind: v.picklist([
      'cause',
      'exempt',
      'objection',
      'snooze',
      'confirm-loss',
      'refuse-loss',
      'thanked',
      'merge',
      'split',
    ]),
    customerId: id,
    value: v.nullable(v.union([text(2000), figure, v.boolean()])),
    by: said,
    at: instant,
    reason: optional(text(2000)),
  }),
  customers: v.object({
    id,
    name: optional(text(500)),
    names: listOf(text(500), 100),
    email: optional(text(500)),
    organisationId: optional(id),
    terms: listOf(text(500), 1000),
    createdAt: instant,
    exempt: optional(yes),
    objection: optional(yes),
    sharedMailbox: optional(yes),
    completeThrough: v.record(id, instant),
  }),
  tickets: v.object({
    id,
    customerId: optional(id),
    requesters: optional(listOf(id, 100)),
    opener: optional(v.nullable(id)),
    subject: optional(v.nullable(text(2000))),
    status: optional(v.picklist(['new', 'open', 'waiting', 'solved', 'closed', 'deleted', 'spam'])),
    createdAt: optional(instant),
    updatedAt: optional(instant),
    behind: optional(v.record(id, instant)),
    solvedAt: optional(v.nullable(instant)),
    minutes: optional(minutes),
    mergedInto: optional(id),
    arrivedAt: optional(instant),
    hints: optional(hints),
    entries: optional(listOf(entry, 1000)),
    openOf: optional(id),
    ours: optional(yes),
  }),
  contacts: v.object({
    id,
    at: instant,
    kind,
    initiator: v.picklist(['customer', 'agent', 'system']),
    minutes: optional(minutes),
    length: optional(minutes),
    messages: optional(count),
    ownAttendees: optional(count),
    expensesMinor: optional(figure),
    cause,
    causeBy: optional(said),
    loss,
    outageId: optional(id),
    topic: optional(text(2000)),
    assumed: optional(yes),
    customerId: id,
    identity: text(1000),
    excluded: optional(excluded),
  }),
  ladderPast: v.object({
    id,
    holder: id,
    at: instant,
    cause,
    causeBy: optional(said),
    loss,
    kind: optional(kind),
    counted: v.boolean(),
    demand: optional(yes),
  }),
  alerts: v.object({
    id,
    ruleId: id,
    subject: id,
    breachedAt: instant,
    load: figure,
    max: figure,
    state: v.picklist(['open', 'snoozed', 'acknowledged', 'cleared']),
    open: optional(v.literal(1)),
    remindedAt: optional(instant),
    shownAt: optional(instant),
    clearedAt: optional(instant),
    snoozedUntil: optional(instant),
  }),
};

/** The rows of each kept table. */
export interface KeptRows {
  readonly sources: rows.SourceRow;
  readonly identities: rows.IdentityRow;
  readonly customers: rows.CustomerRow;
  readonly organisations: rows.OrganisationRow;
  readonly tickets: rows.TicketRow;
  readonly contacts: rows.ContactRow;
  readonly decisions: rows.DecisionRow;
  readonly ladderPast: rows.LadderPastRow;
  readonly contracts: Contract;
  readonly outages: Outage;
  readonly suppressions: rows.SuppressionRow;
  readonly alerts: rows.AlertRow;
  readonly coverage: rows.CoverageRow;
  readonly settings: rows.SettingRow;
}
