import * as v from 'valibot';

import type { Outage } from '@/lib/scoring/outage';

import { type Checked, checkedBy, instant, word, words } from './plain';

export const outageSchema = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[^/:\s]{1,100}$/, 'an id without slash, colon and space')),
    name: word,
    from: instant,
    to: v.exactOptional(instant),
    sourceId: v.exactOptional(word),
    queues: v.exactOptional(words),
    tags: v.exactOptional(words),
  }),
  v.check(({ from, to }) => to === undefined || to > from, 'the outage ends before it begins'),
);

/** The outage if it can be kept, else the first thing wrong with it in words. Unknown fields are left out. */
export const checkOutage = (value: unknown): Checked<Outage> => checkedBy(outageSchema, value);
