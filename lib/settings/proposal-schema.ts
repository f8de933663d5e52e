import * as v from 'valibot';

import { NAMED_CAUSES } from '@/lib/scoring/contact';

import { word, words } from './plain';

const proposalRule = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    on: v.boolean(),
    sourceId: word,
    words: v.exactOptional(v.pipe(words, v.readonly())),
    queue: v.exactOptional(word),
    tag: v.exactOptional(word),
    field: v.exactOptional(v.strictObject({ name: word, value: word })),
    status: v.exactOptional(v.picklist(['new', 'open', 'waiting', 'solved', 'closed'])),
    olderThanDays: v.exactOptional(v.pipe(v.number(), v.minValue(0.01, 'more than nothing'), v.maxValue(3650))),
    cause: v.picklist(NAMED_CAUSES),
  }),
  v.check(
    ({ words: any, queue, tag, field, status, olderThanDays }) =>
      [any, queue, tag, field, status, olderThanDays].some((asked) => asked !== undefined),
    'say at least one thing by which a ticket is known',
  ),
);

export const proposalRules = v.pipe(
  v.array(proposalRule),
  v.maxLength(50, 'fifty rules at most'),
  v.check((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'no two rules of one id'),
  v.readonly(),
);
