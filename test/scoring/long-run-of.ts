import type { CauseRates } from '@/lib/scoring/chain';
import type { Ladder } from '@/lib/scoring/ladder';

export function withoutAmnesty(ladder: Ladder): Ladder {
  const { amnesty: _, ...rest } = ladder;
  return rest;
}

export const claims = (rate: number): CauseRates => ({ user_error: rate });

export const fixed = (values: readonly number[], digits: number): string[] =>
  values.map((value) => value.toFixed(digits));
