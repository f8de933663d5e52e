import type { LimitRule } from '@/lib/scoring/rules';

import { contactsOf } from './sentences';
import { t, type Words } from './words';

/** *At most 5 contacts in 30 days*, as a name: *5 contacts in 30 days*. */
export function limitName({ max, kinds, window }: Pick<LimitRule, 'max' | 'kinds' | 'window'>, words: Words): string {
  const contacts = contactsOf(words, max, kinds);
  if (window === 'contract' || window === 'ever') return t(words, `options.limits.name.${window}`, { contacts });
  return t(words, 'options.limits.name.days', { count: window.days, contacts });
}
