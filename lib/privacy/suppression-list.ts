import type { NoclaimsDatabase } from '@/lib/store/database';
import type { Suppressions } from '@/lib/store/record';
import type { SuppressionRow } from '@/lib/store/rows';

/** Hex characters of a key of 32 bytes. */
const KEY_LENGTH = 64;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * The keys that the list's hashes were made with: one, or several once lists of several browsers were joined. A key is the
 * first part of the ids of its rows, so a hash can never be exported, imported or united without the key that explains it.
 */
async function keysOf(db: NoclaimsDatabase): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    const after = keys.length > 0 ? `${keys.at(-1)}/\uffff` : '';
    const next = await db.suppressions.where('id').above(after).first();
    if (!next) return keys;
    keys.push(next.id.slice(0, KEY_LENGTH));
  }
}

async function hasher(key: string): Promise<(identity: string) => Promise<string>> {
  const secret = await crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (identity) =>
    hex(new Uint8Array(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(identity))));
}

/**
 * Rows that remember identities without naming them, under the list's own key, which the first row brings into being.
 * Hashing waits for the browser: call it before a transaction, and put the rows inside.
 */
export async function suppressionsOf(
  db: NoclaimsDatabase,
  identities: readonly string[],
  scope: SuppressionRow['scope'],
  now: number,
): Promise<SuppressionRow[]> {
  const [key = hex(crypto.getRandomValues(new Uint8Array(KEY_LENGTH / 2)))] = await keysOf(db);
  const hashOf = await hasher(key);
  return Promise.all(
    identities.map(async (identity) => {
      const hash = await hashOf(identity);
      return { id: `${key}/${hash}/${scope}`, hash, scope, at: now };
    }),
  );
}

/** The rows about some identities, whichever key they were made with. */
export async function rowsAbout(
  db: NoclaimsDatabase,
  identities: readonly string[],
): Promise<{ identity: string; row: SuppressionRow }[]> {
  const found: { identity: string; row: SuppressionRow }[] = [];
  for (const key of await keysOf(db)) {
    const hashOf = await hasher(key);
    const hashes = await Promise.all(identities.map(async (identity) => [await hashOf(identity), identity] as const));
    const identityOf = new Map(hashes);
    for (const row of await db.suppressions
      .where('hash')
      .anyOf([...identityOf.keys()])
      .toArray()) {
      const identity = identityOf.get(row.hash);
      if (identity !== undefined) found.push({ identity, row });
    }
  }
  return found;
}

/** Whom of these to leave alone, and how; those with nothing to say of are not in it. */
export async function suppressedAmong(db: NoclaimsDatabase, identities: readonly string[]): Promise<Suppressions> {
  const left = new Map<string, { readonly erasedBefore?: number; readonly scoring?: true }>();
  for (const { identity, row } of await rowsAbout(db, identities)) {
    const known = left.get(identity) ?? {};
    const before = erasedBefore(row);
    if (before !== undefined) left.set(identity, { ...known, erasedBefore: Math.max(before, known.erasedBefore ?? 0) });
    else if (row.scope === 'scoring') left.set(identity, { ...known, scoring: true });
  }
  return left;
}

/** The instant in `before:<ms>`. */
const erasedBefore = ({ scope }: SuppressionRow): number | undefined =>
  scope.startsWith('before:') ? Number(scope.slice('before:'.length)) : undefined;
