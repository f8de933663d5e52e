import type { ExpectedAlert } from './expected-alerts.ts';
import type { ExpectedContact } from './expected-contacts.ts';
import type { AlertRow, ContactRow, Tables } from './record.ts';

/** What is kept and what is expected, in the same words. */

export const contactKept = ({ id, at, kind, minutes, excluded }: ContactRow) => ({
  ticket: Number(id.split('/')[1]),
  what: id.endsWith('/open') ? 'open' : 'reopened',
  at,
  kind,
  minutes,
  soon: excluded === 'reopened-soon',
});

const asAlert = ({
  ruleId,
  breachedAt,
  load,
  max,
  remindedAt,
  clearedAt,
}: AlertRow | ExpectedAlert): ExpectedAlert => ({
  ruleId,
  breachedAt,
  load,
  max,
  ...(remindedAt !== undefined && { remindedAt }),
  ...(clearedAt !== undefined && { clearedAt }),
});

export const alertsIn = (alerts: readonly (AlertRow | ExpectedAlert)[]): ExpectedAlert[] =>
  alerts.map(asAlert).toSorted((a, b) => a.breachedAt - b.breachedAt || (a.ruleId < b.ruleId ? -1 : 1));

export const contactExpected = ({ ticket, what, at, kind, minutes, not }: ExpectedContact) => ({
  ticket,
  what,
  at,
  kind,
  minutes,
  soon: not === 'reopened-soon',
});

/** All rows; of customers without until when their histories were read. */
export const withoutReadings = ({ customers = [], ...tables }: Tables): Tables => ({
  ...tables,
  customers: customers.map((row) => ({ ...row, completeThrough: {} })),
});
