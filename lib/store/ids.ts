const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first characters of the base32 of SHA-256: the same text always gives the same id, in every browser. */
async function shortHash(text: string, length: number): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  let id = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < length) {
      bits -= 5;
      id += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
    if (id.length === length) break;
  }
  return id;
}

/** Of a source as first watched, `rt@https://desk.acme.org/rt`; moving a helpdesk keeps the id. */
export const sourceIdOf = (adapterId: string, origin: string, basePath: string): Promise<string> =>
  shortHash(`${adapterId}@${origin}${basePath}`, 8);

/** Of the identity by which a customer was first known. */
export const customerIdOf = (identity: string): Promise<string> => shortHash(identity, 12);

/** UTC day of an instant, `2026-11-25`. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** `<source id>/<ticket>` of `<source id>/<ticket>/<entry>`; a call logged by hand has no ticket of that id. */
export const ticketIdOf = (contactId: string): string => contactId.split('/', 2).join('/');

/** Of a ticket, or of a contact that came by one. */
export const sourceIdIn = (id: string): string => id.slice(0, id.indexOf('/'));
