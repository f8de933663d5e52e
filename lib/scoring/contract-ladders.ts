import { rulesFor } from './subject';
import type { Contract } from './contract';
import { ladderStanding } from './ladder-standing';
import type { LadderStanding } from './standing';
import { type History, tallyOf, type TallyRules } from './tally';

export interface ContractLadder {
  readonly contractId: string;
  readonly ladder: LadderStanding;
}

/** Two contracts, two ladders: nothing is borrowed from one to the other (docs/SCORING.md §4.4). Those not yet begun have none. */
export const contractLadders = (
  contracts: readonly Contract[],
  history: History,
  rules: TallyRules,
  now: number,
): ContractLadder[] =>
  contracts.flatMap((contract) => {
    const own = rulesFor(rules, { contract });
    const { ladder: state, year } = tallyOf(contract.holder, history, own, now).tally;
    return state && year ? [{ contractId: contract.id, ladder: ladderStanding({ ...own, state, year }, now) }] : [];
  });
