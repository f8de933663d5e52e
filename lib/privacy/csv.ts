import type { Recharge } from '@/lib/scoring/recharge';
import type { Standing } from '@/lib/scoring/standing';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { ticketIdOf } from '@/lib/store/ids';
import type { ContactRow, CustomerRow } from '@/lib/store/rows';
import { toneOf, whyUnscored } from '@/lib/text/badge-view';
import { EXPLAINED, explained } from '@/lib/text/explanation';
import type { Clock } from '@/lib/text/formats';
import { sentence } from '@/lib/text/sentences';
import { t, type Words } from '@/lib/text/words';

import { csvStream, type Cell } from './csv-stream';

const PAGE = 1000;

/** In whose words, and by which clock. */
export interface CsvFacts extends Clock {
  readonly words: Words;
}

/** Every customer with what is computed of them: a view, not a copy to restore from. */
export function customersCsv(db: NoclaimsDatabase, facts: CsvFacts): ReadableStream<Uint8Array<ArrayBuffer>> {
  const heads = [
    'customer',
    'email',
    'organisation',
    'level',
    'flags',
    'rate',
    'rung',
    'discount',
    'proposed',
    'recharge',
    'year',
    'first',
    'last',
    'reasons',
  ] as const;
  return csvStream(
    heads.map((head) => t(facts.words, `csv.${head}`)),
    async (after) => {
      const customers = await db.customers.where('id').above(after).limit(PAGE).toArray();
      const standings = await db.standings.bulkGet(customers.map(({ id }) => id));
      const organisations = await db.organisations.bulkGet(customers.map(({ organisationId = '' }) => organisationId));
      const rows = customers.map((customer, index) =>
        customerCells(customer, standings[index], { ...facts, organisation: organisations[index]?.name }),
      );
      return { rows, last: customers.at(-1)?.id };
    },
  );
}

function customerCells(
  { name, email, objection }: CustomerRow,
  standing: Standing | undefined,
  facts: CsvFacts & { organisation: string | undefined },
): Cell[] {
  const { words, organisation } = facts;
  const who = [name, email, organisation];
  if (objection) return [...who, t(words, 'badge.unscored'), ...blank(9), t(words, 'reason.objection')];
  if (!standing) return [...who, ...blank(11)];
  const computed = standing.unscored ? [t(words, 'badge.unscored'), ...blank(6)] : scoredCells(standing, words);
  const { firstAt, lastAt, year } = standing;
  return [...who, ...computed, year.counted, day(firstAt, facts), day(lastAt, facts), reasonsOf(standing, name, facts)];
}

const blank = (cells: number): Cell[] => Array.from({ length: cells }, () => undefined);

function scoredCells(standing: Standing, words: Words): Cell[] {
  const { flags, loved, rate, ladder } = standing;
  const flagged = [...flags, ...(loved ? (['loved'] as const) : [])].map((flag) => t(words, `csv.flag.${flag}`));
  const perYear = Math.round(rate.mean * 10) / 10;
  return [
    t(words, `level.${toneOf(standing)}`),
    flagged.join(', '),
    perYear,
    ladder.rung,
    ladder.discounts[ladder.rung],
    ...fallCells(ladder),
  ];
}

/** Where the lowest fall that waits for a person would lead; and what a fall, proposed or confirmed, charges again. */
function fallCells({ proposed, lapse, fell, discounts }: Standing['ladder']): Cell[] {
  const [lowest] = [...proposed, ...(lapse ? [lapse] : [])].toSorted((a, b) => a.to - b.to);
  const recharge = lowest ? lowest.recharge : fell?.recharge;
  return [lowest && discounts[lowest.to], recharge && shareOfFee(recharge)];
}

/** In percent of a year's fee, to two digits. */
const shareOfFee = ({ points, days, of }: Recharge): number => Math.round((points * days * 100) / of) / 100;

/** The whole explanation that a customer may ask for, then what there is to say beside it. */
function reasonsOf(standing: Standing, name: string | undefined, facts: CsvFacts): string {
  const { words } = facts;
  if (standing.unscored) return sentence(whyUnscored(standing, standing.unscored), words, facts);
  const others = standing.reasons.filter(({ kind }) => !EXPLAINED.has(kind));
  return [
    explained(standing, name ?? t(words, 'explained.nobody'), words),
    ...others.map((reason) => sentence(reason, words, facts)),
  ].join(' ');
}

/** Every contact, with its ticket. */
export function contactsCsv(db: NoclaimsDatabase, facts: CsvFacts): ReadableStream<Uint8Array<ArrayBuffer>> {
  const heads = [
    'contact',
    'time',
    'customer',
    'email',
    'kind',
    'cause',
    'minutes',
    'uncounted',
    'ticket',
    'subject',
  ] as const;
  return csvStream(
    heads.map((head) => t(facts.words, `csv.${head}`)),
    async (after) => {
      const contacts = await db.contacts.where('id').above(after).limit(PAGE).toArray();
      const customers = await db.customers.bulkGet(contacts.map(({ customerId }) => customerId));
      const tickets = await db.tickets.bulkGet(contacts.map(({ id }) => ticketIdOf(id)));
      const rows = contacts.map((contact, index) => [
        ...contactCells(contact, customers[index], facts),
        ticketIdOf(contact.id),
        tickets[index]?.subject ?? undefined,
      ]);
      return { rows, last: contacts.at(-1)?.id };
    },
  );
}

function contactCells(contact: ContactRow, customer: CustomerRow | undefined, facts: CsvFacts): Cell[] {
  const { id, at, kind, cause, minutes, excluded } = contact;
  const { words } = facts;
  return [
    id,
    moment(at, facts),
    customer?.name,
    customer?.email,
    t(words, `kind.${kind}`),
    t(words, `cause.${cause}`),
    minutes,
    excluded && t(words, `uncounted.${excluded}`),
  ];
}

/** As every spreadsheet reads it, whatever its language: *2026-11-25*. */
const day = (at: number | undefined, { zone }: Clock): string | undefined =>
  at === undefined
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** *2026-11-25 09:30:00* */
const moment = (at: number, { zone }: Clock): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ fractionalSecondDigits: 0 })
    .replace('T', ' ');
