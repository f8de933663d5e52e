import type { Cause, Kind } from '@/lib/scoring/contact';
import type { Standing } from '@/lib/scoring/standing';

import { discountOf } from './badge-view';
import { type Clock, shortDay } from './formats';
import { overLimit, sentence } from './sentences';
import { t, type Words } from './words';

/** What was done, with what its sentence needs to know. */
export type Deed =
  | { readonly do: 'log-call'; readonly kind: Kind }
  | { readonly do: 'cause'; readonly cause: Cause }
  | { readonly do: 'confirm-loss' | 'refuse-loss' | 'thank' }
  | { readonly do: 'snooze'; readonly until: number }
  | { readonly do: 'exempt' | 'objects'; readonly on: boolean };

export interface DoneFacts extends Clock {
  readonly words: Words;
  /** As it stands after the deed. */
  readonly standing: Standing;
  /** The rung before it. */
  readonly rungBefore?: number;
}

/** *Call logged. 4 contacts in 30 days; your limit is 3.* */
export function doneSaid(deed: Deed, facts: DoneFacts): string {
  const { words, standing } = facts;
  const to = discountOf(standing, words);
  switch (deed.do) {
    case 'log-call':
      return [t(words, 'done.logged', { kind: t(words, `kind.${deed.kind}`) }), ...loadSaid(facts)].join(' ');
    case 'cause':
      return causeSaid(deed.cause, facts);
    case 'confirm-loss':
      return t(words, 'done.confirmed', { to });
    case 'refuse-loss':
      return t(words, 'done.refused', { to });
    case 'thank':
      return t(words, 'done.thanked');
    case 'snooze':
      return t(words, 'done.snoozed', { day: shortDay(words, deed.until, facts) });
    case 'exempt':
      return t(words, deed.on ? 'done.exempt' : 'done.unexempt');
    case 'objects':
      return t(words, deed.on ? 'done.objects' : 'done.unobjects');
  }
}

/** How near the limit is now; and that it changed nothing, where it came within an hour of another. */
function loadSaid({ words, standing, ...clock }: DoneFacts): string[] {
  if (standing.unscored) return [];
  const [nearest] = standing.limits;
  const doubled = standing.reasons.filter(({ kind }) => kind === 'doubled');
  return [...(nearest ? [overLimit(words, nearest)] : []), ...doubled.map((reason) => sentence(reason, words, clock))];
}

function causeSaid(cause: Cause, { words, standing, rungBefore }: DoneFacts): string {
  const said = { cause: t(words, `cause.${cause}`) };
  const { rung } = standing.ladder;
  const to = discountOf(standing, words);
  if (rungBefore === undefined || rungBefore === rung) return t(words, 'done.cause', said);
  if (rung > rungBefore) return t(words, 'done.cause.rose', { ...said, to });
  return t(words, 'done.cause.fell', { ...said, from: discountOf(standing, words, rungBefore), to });
}

/** How many rows went; `objection` when one is remembered. */
export interface ErasedCounts {
  readonly contacts: number;
  readonly tickets: number;
  readonly names: number;
  readonly objection?: boolean;
}

/** *Erased: 14 contacts, 3 tickets, 1 name.* */
export function erasedSaid({ contacts, tickets, names, objection }: ErasedCounts, words: Words): string {
  const said = t(words, 'done.erased', {
    contacts: t(words, 'contacts', { count: contacts }),
    tickets: t(words, 'erased.tickets', { count: tickets }),
    names: t(words, 'erased.names', { count: names }),
  });
  return objection ? `${said} ${t(words, 'done.erased.objection')}` : said;
}
