import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { getDomain } from 'tldts';

import type { ObservedPerson, PersonRef } from '@/lib/observation';

import { isFreeMail } from './free-mail';

/** Lower case, composed, without spaces around; undefined where it is no address. */
export function normalEmail(email: string): string | undefined {
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

/** `domain:acme.org`, unless the address is one that anybody can have. */
export function organisationOf(email: string): string | undefined {
  const domain = getDomain(email.slice(email.lastIndexOf('@') + 1));
  return domain && !isFreeMail(domain) ? `domain:${domain}` : undefined;
}

/** Lower-cased words of name and address, for a search by prefix. */
export function searchTerms(name: string | undefined, email: string | undefined): string[] {
  const words = `${name ?? ''} ${email ?? ''}`.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set([...words, ...(email ? [email] : [])])].filter((word) => word.length > 0).toSorted();
}
