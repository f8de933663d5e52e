import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import type { ObservedPerson, PersonRef } from '@/lib/observation';

/** Lower case, composed, without spaces around; undefined where it is no address. */
function normalEmail(email: string): string | undefined {
  const normal = email.trim().normalize('NFC').toLowerCase();
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(normal) ? normal : undefined;
}

/** E.164; only what is written internationally, for a national number says nothing without its country. */
const normalPhone = (phone: string): string | undefined => parsePhoneNumberFromString(phone)?.number;

/**
 * The keys a person is known by, strongest first: address, then the helpdesk's own id, then numbers.
 * Empty when nothing identifies the person.
 */
export function identityKeys(person: ObservedPerson | PersonRef, sourceId: string): string[] {
  const keys: string[] = [];
  const email = person.email ? normalEmail(person.email) : undefined;
  if (email) keys.push(`email:${email}`);
  if (person.userId) keys.push(`user:${sourceId}:${person.userId}`);
  if ('phones' in person) {
    for (const phone of person.phones ?? []) {
      const number = normalPhone(phone);
      if (number) keys.push(`phone:${number}`);
    }
  }
  return keys;
}

export const emailOf = (key: string): string | undefined => (key.startsWith('email:') ? key.slice(6) : undefined);

/** Words as they are searched: lower case, without accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .map((word) => word.slice(0, MOST_LETTERS));

const MOST_LETTERS = 40;
const MOST_WORDS = 12;

/** Under what a name and an address are found: their words, and the address itself. */
export const searchTerms = (name: string | undefined, email: string | undefined): string[] => [
  ...new Set([
    ...wordsOf(name ?? '').slice(0, MOST_WORDS),
    ...wordsOf(email ?? '').slice(0, MOST_WORDS),
    ...(email ? [email] : []),
  ]),
];
