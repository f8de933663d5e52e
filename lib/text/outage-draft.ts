import type { Outage } from '@/lib/scoring/outage';

import { list, plainDay } from './formats';
import { timeOfDay } from './pages-times';
import { t, type Words } from './words';

/** An outage as somebody writes it: all text. Times are local, `2026-05-03T09:00`. */
export interface OutageDraft {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Empty for every helpdesk. */
  readonly sourceId: string;
  /** Divided by commas. */
  readonly queues: string;
  readonly tags: string;
}

export const NEW_OUTAGE: OutageDraft = { name: '', from: '', to: '', sourceId: '', queues: '', tags: '' };

/** An outage on record, to be changed; its times as they were in `zone`. */
export const outageDraftOf = ({ name, from, to, sourceId, queues, tags }: Outage, zone: string): OutageDraft => ({
  name,
  from: localTime(from, zone),
  to: to === undefined ? '' : localTime(to, zone),
  sourceId: sourceId ?? '',
  queues: queues?.join(', ') ?? '',
  tags: tags?.join(', ') ?? '',
});

const localTime = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

export type OutageField = keyof OutageDraft;

/** The outage that a draft stands for, or what is wrong with each field. Its times are read in `zone`. */
export function outageOf(
  draft: OutageDraft,
  { id, zone, words }: { readonly id: string; readonly zone: string; readonly words: Words },
):
  | { readonly ok: true; readonly outage: Outage }
  | { readonly ok: false; readonly faults: ReadonlyMap<OutageField, string> } {
  const faults = new Map<OutageField, string>();
  const name = draft.name.trim();
  const from = instantIn(draft.from, zone);
  const to = draft.to === '' ? undefined : instantIn(draft.to, zone);
  if (name === '') faults.set('name', t(words, 'outage.wrong.name'));
  if (from === undefined) faults.set('from', t(words, 'outage.wrong.from'));
  if (draft.to !== '' && to === undefined) faults.set('to', t(words, 'outage.wrong.from'));
  if (from !== undefined && to !== undefined && to <= from) faults.set('to', t(words, 'outage.wrong.order'));
  if (faults.size > 0 || from === undefined) return { ok: false, faults };
  const [queues, tags] = [severalIn(draft.queues), severalIn(draft.tags)];
  return {
    ok: true,
    outage: {
      id,
      name,
      from,
      ...(to !== undefined && { to }),
      ...(draft.sourceId && { sourceId: draft.sourceId }),
      ...(queues.length > 0 && { queues }),
      ...(tags.length > 0 && { tags }),
    },
  };
}

function instantIn(text: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is divided by commas, each once. */
export const severalIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** An outage in words. */
export interface OutageView {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly where: string;
}

export interface OutageFacts {
  readonly words: Words;
  readonly zone: string;
  /** What a helpdesk is called; undefined for one that is not on record. */
  readonly deskName: (sourceId: string) => string | undefined;
}

export function outageView(outage: Outage, { words, zone, deskName }: OutageFacts): OutageView {
  const { id, name, from, to, sourceId, queues, tags } = outage;
  const begun = momentOf(from, words, zone);
  const named = (key: 'outages.queues' | 'outages.tags', names: readonly string[] | undefined): string[] =>
    names ? [t(words, key, { count: names.length, names: list(words, names) })] : [];
  const desk =
    sourceId === undefined ? t(words, 'outages.everywhere') : (deskName(sourceId) ?? t(words, 'outages.gone-desk'));
  return {
    id,
    name,
    when:
      to === undefined
        ? t(words, 'outages.when.open', { from: begun })
        : t(words, 'outages.when', { from: begun, to: momentOf(to, words, zone) }),
    where: list(words, [desk, ...named('outages.queues', queues), ...named('outages.tags', tags)]),
  };
}

function momentOf(at: number, words: Words, zone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  return list(words, [plainDay(words, day), timeOfDay(words, at, zone)]);
}

/** Whose contacts an outage takes out, most first. */
export interface OutageTakes {
  readonly contacts: number;
  readonly customers: readonly { readonly name: string; readonly contacts: number }[];
}

const NAMED = 5;

/** *Takes out 14 contacts of 9 customers: Nora Fairweather (3), Tom Wieliczko, 7 more.* */
export function takesSaid({ contacts, customers }: OutageTakes, words: Words): string {
  if (contacts === 0) return t(words, 'outage.preview.none');
  const more = customers.length - NAMED;
  const names = customers
    .slice(0, NAMED)
    .map((customer) => t(words, 'outage.preview.name', { name: customer.name, count: customer.contacts }));
  return t(words, 'outage.preview.takes', {
    contacts: t(words, 'contacts', { count: contacts }),
    customers: t(words, 'outage.preview.customers', { count: customers.length }),
    names: list(words, [...names, ...(more > 0 ? [t(words, 'outage.preview.more', { count: more })] : [])]),
  });
}
