import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import type { Contract } from '@/lib/scoring/contract';
import { checkContract } from '@/lib/settings/contract-schema';
import { t } from '@/lib/text/words';

/** At most so many contracts go in one message, and at most so many characters. */
const MOST = { contracts: 500, characters: 200_000 } as const;

export type Kept = { readonly taken: number } | { readonly why: string };

/** Hands contracts to the worker, a few hundred at a time. What was taken before something went wrong stays. */
export async function keepContracts(contracts: readonly Contract[]): Promise<Kept> {
  let taken = 0;
  for (const put of batchesOf(contracts)) {
    for (const contract of put) {
      const checked = checkContract(contract);
      if (!checked.ok) return { why: checked.why };
    }
    const outcome = await askWorker('contracts', { put });
    if (!outcome.ok) return { why: outcome.why };
    taken += outcome.answer.taken;
  }
  return taken === contracts.length ? { taken } : { why: t(words, 'contracts.gone') };
}

function* batchesOf(contracts: readonly Contract[]): Generator<Contract[]> {
  let batch: Contract[] = [];
  let characters = 0;
  for (const contract of contracts) {
    const size = JSON.stringify(contract).length;
    if (batch.length >= MOST.contracts || (batch.length > 0 && characters + size > MOST.characters)) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push(contract);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}
