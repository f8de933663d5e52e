import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers above 0 and below 1, the same for the same seed and name: whoever else is drawn for changes nothing. */
export function seeded(seed: number, name: string): () => number {
  const generator = xoroshiro128plus(hashed(seed, name));
  return () => Math.max(uniformFloat64(generator), Number.EPSILON / 2);
}

/** FNV-1a, 32 bits. */
function hashed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
