import type { SpeaksView } from '@/components/rule-preview';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { nameOf } from '@/entrypoints/pages/names';
import type { ProposalRule } from '@/lib/scoring/proposal-rule';
import { ruleProposes } from '@/lib/store/proposals';
import { speaksSaid } from '@/lib/text/rule-draft';

const EXAMPLES = 5;

/** What a rule would have proposed, in words, with the latest tickets. */
export async function speaksOf({ db, now, rules: { zone } }: Moment, rule: ProposalRule): Promise<SpeaksView> {
  const { examples, ...sums } = await ruleProposes(db, rule, { now, examples: EXAMPLES });
  const customers = await db.customers.bulkGet(examples.map(({ customerId = '' }) => customerId));
  const named = examples.map(({ subject, createdAt = now }, index) => ({
    subject: subject ?? null,
    name: nameOf(customers[index] ?? {}),
    at: createdAt,
  }));
  return speaksSaid({ ...sums, examples: named }, words, { now, zone });
}
