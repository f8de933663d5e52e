import type { Kind } from '@/lib/scoring/contact';
import type { LimitWindow, Reason } from '@/lib/scoring/standing';

import { caseSentence } from './case-sentences';
import { type Clock, count, list, onDay, percent, rate } from './formats';
import { t, type Words } from './words';

/** A reason in one sentence or two. */
export function sentence(reason: Reason, words: Words, clock: Clock): string {
  switch (reason.kind) {
    case 'over-limit':
      return overLimit(words, reason);
    case 'many':
      return t(words, 'reason.many', {
        contacts: t(words, 'contacts', { count: reason.contacts }),
        months: t(words, 'time.months', { count: reason.months }),
        average: rate(words, reason.average),
      });
    case 'expected':
      return t(words, 'reason.expected', {
        mean: rate(words, reason.mean),
        low: rate(words, reason.low),
        high: rate(words, reason.high),
        limit: rate(words, reason.limit),
        likely: likely(words, reason.aboveLimit),
      });
    case 'quiet':
      return quiet(words, reason, clock);
    case 'new':
      return known(words, reason);
    case 'fell':
      return t(words, 'reason.fell', {
        from: percent(words, reason.from),
        to: percent(words, reason.to),
        day: onDay(words, reason.at, clock),
      });
    case 'rung-near':
      return t(words, 'reason.rung-near', {
        discount: percent(words, reason.discount),
        day: onDay(words, reason.at, clock),
      });
    case 'as-expected':
      return t(words, reason.contacts > 0 ? 'reason.as-expected' : 'reason.none-counts', {
        contacts: t(words, 'contacts', { count: reason.contacts }),
        months: t(words, 'time.months', { count: reason.months }),
      });
    case 'little-history':
    case 'best':
      return t(words, `reason.${reason.kind}`);
    case 'doubled':
      return t(words, 'reason.doubled', { count: reason.count });
    case 'not-counted':
      return notCounted(words, reason);
    case 'unscored':
      return unscored(words, reason);
    case 'rung-reached':
    case 'dormant':
    case 'pays-its-way':
    case 'loss-making':
    case 'weekly-conference':
      return caseSentence(reason, words, clock);
  }
}

/** *3 contacts were not counted: our fault (2), spam (1).* */
export function notCounted(words: Words, { count: all, whys }: Reason & { kind: 'not-counted' }): string {
  const named = whys.map(({ why, count: some }) => {
    const said = t(words, `uncounted.${why}`);
    return whys.length === 1 ? said : t(words, 'reason.not-counted.share', { why: said, count: some });
  });
  return t(words, 'reason.not-counted', { count: all, whys: list(words, named) });
}

function unscored(words: Words, { why, note, rate: perYear }: Reason & { kind: 'unscored' }): string {
  if (perYear !== undefined) return t(words, 'reason.shared-mailbox.rate', { rate: rate(words, perYear) });
  return note ? t(words, 'reason.exempt.note', { note }) : t(words, `reason.${why}`);
}

/** Contacts against a limit, of all kinds or of some. */
export interface Load {
  readonly load: number;
  readonly max: number;
  readonly window: LimitWindow;
  readonly kinds?: readonly string[];
  /** Since when the limit is broken: it may still be so below it, until it has been quiet for a while. */
  readonly breachedAt?: number;
}

/** *4 contacts in 30 days; your limit is 3.* */
export const overLimit = (words: Words, { load, max, window, kinds, breachedAt }: Load): string =>
  t(words, breachedAt !== undefined && load <= max ? 'reason.over-limit.still' : 'reason.over-limit', {
    contacts: contactsOf(words, load, kinds),
    window: windowOf(words, window),
    max: count(words, max),
  });

/** *4 contacts*, *2 conference calls*, *3 contacts (call, chat)* */
export function contactsOf(words: Words, load: number, kinds: readonly string[] = []): string {
  const named = kinds.filter(isKind);
  const [only] = named;
  if (only && named.length === 1) return t(words, `contacts.${only}`, { count: load });
  const contacts = t(words, 'contacts', { count: load });
  if (named.length === 0) return contacts;
  return t(words, 'contacts.some', {
    contacts,
    kinds: list(
      words,
      named.map((kind) => t(words, `kinds.${kind}`)),
    ),
  });
}

const KINDS: Readonly<Record<Kind, true>> = {
  message: true,
  chat: true,
  call: true,
  conference: true,
  visit: true,
};
const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind);

/** *in 30 days*, *in this contract year*, *in all* */
export function windowOf(words: Words, window: LimitWindow): string {
  if (window === 'contract' || window === 'ever') return t(words, `window.${window}`);
  return window.days < 1
    ? t(words, 'window.hours', { count: Math.max(1, Math.round(window.days * 24)) })
    : t(words, 'window.days', { count: window.days });
}

/** A probability as a word. */
export function likely(words: Words, probability: number): string {
  if (probability >= 0.8) return t(words, 'likely.very');
  if (probability >= 0.5) return t(words, 'likely.rather');
  return t(words, probability >= 0.2 ? 'likely.possible' : 'likely.un');
}

/** Small numbers as words, in sentences that are spoken rather than counted. */
function spoken(words: Words, value: number): string {
  return t(words, 'number.words').split(' ')[value] ?? count(words, value);
}

function quiet(words: Words, { years, thankedAt }: Reason & { kind: 'quiet' }, clock: Clock): string {
  const whole = Math.floor(years);
  const time =
    whole > 0
      ? t(words, 'time.years', { count: whole, word: spoken(words, whole) })
      : t(words, 'time.months', { count: Math.max(1, Math.floor(years * 12)) });
  const thanks =
    thankedAt === undefined
      ? t(words, 'reason.never-thanked')
      : t(words, 'reason.thanked', { day: onDay(words, thankedAt, clock) });
  return `${t(words, 'reason.quiet', { time })} ${thanks}`;
}

function known(words: Words, { days, contacts }: Reason & { kind: 'new' }): string {
  const seen = t(words, 'contacts.words', { count: contacts, word: spoken(words, contacts) });
  const whole = Math.floor(days);
  if (whole < 1) return t(words, 'reason.new.today', { contacts: seen });
  return t(words, 'reason.new', {
    days: t(words, 'time.days', { count: whole }),
    contacts: seen,
  });
}
