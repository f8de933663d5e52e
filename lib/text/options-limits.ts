import type { LimitRule } from '@/lib/scoring/rules';

import { contactsOf } from './sentences';
import { t, type Words } from './words';

/** *At most 5 contacts in 30 days*, as a name: *5 contacts in 30 days*. */
export function limitName(
  { max, kinds, window, scope }: Pick<LimitRule, 'max' | 'kinds' | 'window' | 'scope'>,
  words: Words,
): string {
  const contacts = contactsOf(words, max, kinds);
  const limit =
    window === 'contract' || window === 'ever'
      ? t(words, `options.limits.name.${window}`, { contacts })
      : t(words, 'options.limits.name.days', { count: window.days, contacts });
  return scope === 'organisation' ? t(words, 'options.limits.name.organisation', { limit }) : limit;
}
