import type { CustomerRow } from '@/lib/store/rows';
import { t } from '@/lib/text/words';

import { words } from '@/entrypoints/background/language';

/** What a customer is called: by name, else by address. */
export const nameOf = ({ name, email }: Pick<CustomerRow, 'name' | 'email'>): string =>
  name ?? email ?? t(words, 'popup.nameless');
