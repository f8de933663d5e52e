/** As many customers as a fit looks at; more would cost time and tell nothing new (docs/SCORING.md §2.4). */
export const SAMPLE = 2_000;

const SEED = 0x811c9dc5;

/** FNV-1a, stirred: an even draw that is the same every night. */
function draw(id: string): number {
  let hash = SEED;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * A fair sample of these ids, at most 2,000, in no order that means anything. It changes little as customers come, and the
 * sample of two samples is the sample of both: ids may be handed over in slices.
 */
export function sampleOf(ids: readonly string[]): string[] {
  if (ids.length <= SAMPLE) return [...ids];
  return ids
    .map((id) => ({ id, at: draw(id) }))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(0, SAMPLE)
    .map(({ id }) => id);
}
