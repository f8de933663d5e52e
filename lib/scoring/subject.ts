import { ladderById } from '@/lib/scoring/ladders/all';

import { agreedOf } from './agreed';
import type { Contract } from './contract';
import type { TallyRules } from './tally-state';

/** Of whom a tally is. */
export interface Subject {
  /** That of the customer, or of the organisation; the one now in force. */
  readonly contract?: Contract;
  /** Needs more of our time for a reason that is nobody's business: what is over the usual is not charged. */
  readonly accessibility?: boolean;
  /** The contacts are those of all customers of an organisation. */
  readonly organisation?: boolean;
}

/** The rules as they hold for one subject: the limits of its scope, the calendar of its contract. */
export function rulesFor(rules: TallyRules, { contract, accessibility, organisation }: Subject): TallyRules {
  const scope = organisation ? 'organisation' : 'customer';
  return {
    ...rules,
    limits: rules.limits.filter((rule) => (rule.scope ?? 'customer') === scope),
    ...(contract && {
      agreed: agreedOf(contract, contract.zone ?? rules.zone),
      ladder: ladderById(contract.ladderId) ?? rules.ladder,
    }),
    ...(accessibility && { accessibility }),
  };
}
