import type { Contact } from '@/lib/scoring/contact';
import type { Standing } from '@/lib/scoring/standing';
import { whyUnscored } from '@/lib/text/badge-view';
import { EXPLAINED, explained } from '@/lib/text/explanation';
import { sentence } from '@/lib/text/sentences';
import { wordsFor } from '@/lib/text/words';

import { NOW, told, type Told } from './plan-standings';

const DAY = 86_400_000;
const words = wordsFor('en-GB');
const clock = { now: NOW, zone: 'Europe/Berlin' };
const margin = (minor: number, decile = 5) => ({ minor, currency: 'EUR', lossMaking: minor < 0, decile });
const since = (days: number) => (contacts: Contact[]) => contacts.filter(({ at }) => at > NOW - days * DAY);
const lastIs =
  (more: Partial<Contact>) =>
  (contacts: Contact[]): Contact[] =>
    contacts.map((one, index) => (index === contacts.length - 1 ? { ...one, ...more } : one));
const loggedTwice = (contacts: Contact[]): Contact[] => [
  ...contacts,
  ...[90, 50].map((minutes) => ({
    id: `own/${minutes}`,
    at: NOW - minutes * 60_000,
    kind: 'call' as const,
    initiator: 'customer' as const,
    cause: 'pending' as const,
  })),
];
const machine = (contacts: Contact[]): Contact[] =>
  contacts.flatMap((one) =>
    Array.from({ length: 60 }, (_, index) => ({ ...one, id: `${one.id}/${index}`, at: one.at - (index * DAY) / 12 })),
  );

const ANNIVERSARY = 5 * 365.25 + 3;
const longAgo = (contacts: Contact[]): Contact[] =>
  contacts.slice(0, 1).map((one) => ({ ...one, at: NOW - ANNIVERSARY * DAY }));
const yearAgo = (contacts: Contact[]): Contact[] =>
  contacts.slice(0, 1).map((one) => ({ ...one, at: NOW - 375 * DAY }));

/** Customers of the invented history, with what else is known of them. */
const CASES: readonly Told[] = [
  told('weekly-conference', 0, {
    conference: { weekly: true, minutesAWeek: 210, standIn: true },
    margin: margin(4_100_00),
  }),
  told('weekly-conference', 1, {
    margin: margin(-1_260_00),
    conference: { weekly: true, minutesAWeek: 95, standIn: false },
  }),
  told('weekly-phone', 0),
  told('frequent', 1, { margin: margin(2_380_00) }),
  told('frequent', 2),
  told('frequent', 4, { change: since(25) }),
  told('frequent', 0, { change: since(14) }),
  told('ordinary', 0),
  told('ordinary', 1, { change: loggedTwice }),
  told('yearly', 0),
  told('quiet-then-outage', 0, { change: lastIs({ outageId: 'o1' }) }),
  told('quiet-then-outage', 1, { change: lastIs({ cause: 'unknown_crash', causeBy: 'person' }) }),
  told('quiet', 0),
  told('quiet', 1, { margin: margin(8_900_00, 10), thankedAt: NOW - 200 * DAY }),
  told('quiet', 2, { usedAt: NOW - 260 * DAY }),
  told('quiet', 3, { change: longAgo }),
  told('yearly', 1, { change: yearAgo }),
  told('lapsed-frequent', 0),
  told('never'),
  told('ordinary', 3, { person: { exempt: true, note: 'a friend of the house' } }),
  told('ordinary', 4, { person: { organisation: true } }),
  told('frequent', 3, { change: machine }),
];

function saidOf({ name, standing }: Told): string {
  if (standing.unscored) return `${name}: ${spoken(standing, [whyUnscored(standing, standing.unscored)])}`;
  const others = standing.reasons.filter(({ kind }) => !EXPLAINED.has(kind));
  return [explained(standing, name, words), spoken(standing, others)].filter(Boolean).join(' ');
}

const spoken = (_: Standing, reasons: Standing['reasons']): string =>
  reasons.map((reason) => sentence(reason, words, clock)).join(' ');

/** As they are said of real standings, one paragraph each. */
export const aloud = (): string[] => CASES.map(saidOf);
