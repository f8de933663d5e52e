import { Sentence } from '@/lib/messaging/receive';
import type { Contract } from '@/lib/scoring/contract';
import { checkContract } from '@/lib/settings/contract-schema';
import { assessCustomers } from '@/lib/store/assess';
import { putContracts, removeContract } from '@/lib/store/contracts';

import { paintToolbar } from './alerting';
import { armDue } from './due';
import type { Moment } from './moment';
import { repaint } from './tabs';

/** Keeps contracts as a form or a table says them: all, or none if one cannot be. */
export async function keepContracts(
  at: Moment,
  put: readonly unknown[],
): Promise<{ taken: number; strangers: readonly string[] }> {
  const contracts = put.map((value): Contract => {
    const checked = checkContract(value);
    if (!checked.ok) throw new Sentence(checked.why);
    return checked.value;
  });
  const { taken, strangers, concerned } = await putContracts(at.db, contracts, at);
  await follow(at, concerned);
  return { taken, strangers };
}

export async function dropContract(at: Moment, id: string): Promise<void> {
  await follow(at, await removeContract(at.db, id, at));
}

/** Everything that shows whom it concerns follows. */
async function follow(at: Moment, concerned: ReadonlySet<string>): Promise<void> {
  await assessCustomers(at.db, [...concerned], { ...at, occasion: 'correction' });
  await armDue(at);
  await paintToolbar(at);
  await repaint(concerned);
}
