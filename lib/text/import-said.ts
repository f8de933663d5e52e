import type { RefusedRow } from '@/lib/store/rows';

import { t, type Words } from './words';

/** Why a file is not taken at all: nothing was changed. */
export type Misfit =
  | { readonly kind: 'foreign' | 'rewritten' | 'truncated' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'counts'; readonly table: string; readonly said: number; readonly found: number };

export const misfitSaid = (misfit: Misfit, words: Words): string =>
  misfit.kind === 'counts' ? t(words, 'import.counts', misfit) : t(words, `import.${misfit.kind}`);

/** What is wrong with a row; its line is told beside it. */
export function refusalSaid({ table, field, why }: RefusedRow, words: Words): string {
  if (why === 'no-row') return t(words, 'refusal.no-row', { table });
  return field === undefined ? t(words, 'refusal.whole', { table }) : t(words, `refusal.${why}`, { table, field });
}
