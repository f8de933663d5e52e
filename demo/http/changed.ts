import type { TicketStatus } from '@/lib/observation';

import type { Desk } from '../desk/desk.ts';
import { CHANNEL_WORDS, STATUS_WORDS } from '../pages/words.ts';
import type { Channel } from '../plan/shape.ts';
import { refused, type Answer, type Asked, type Fields } from './answer.ts';

/** Everything that a form can do. The answer is the page that shows what was done. */
export function changed(desk: Desk, { path }: Asked, fields: Fields): Answer {
  if (path === '/tickets') return opened(desk, fields);
  const [, number, deed = ''] = path.match(/^\/tickets\/(\d{1,9})\/([a-z]+)$/) ?? [];
  const id = Number(number);
  if (!desk.ticket(id)) return refused('There is no such ticket.');
  const wrong = deeds[deed]?.(desk, id, fields) ?? (deeds[deed] ? undefined : 'That cannot be done to a ticket.');
  return wrong === undefined ? { kind: 'see', address: `/tickets/${id}` } : refused(wrong);
}

/** Does it, or says what is wrong. */
type Deed = (desk: Desk, id: number, fields: Fields) => string | undefined;

const deeds: Readonly<Record<string, Deed>> = {
  reply(desk, id, fields) {
    const [text, minutes, status] = [given(fields, 'text'), minutesOf(fields), statusOf(given(fields, 'status'))];
    if (!text) return 'A reply needs some words.';
    if (minutes === undefined) return 'The minutes are no number.';
    desk.say(id, { by: fields.get('as') === 'internal' ? 'internal' : 'agent', text, minutes });
    if (status) desk.setStatus(id, status);
    return undefined;
  },
  status(desk, id, fields) {
    const status = statusOf(given(fields, 'status'));
    if (!status) return 'There is no such status.';
    desk.setStatus(id, status);
    return undefined;
  },
  time(desk, id, fields) {
    const minutes = minutesOf(fields);
    const what = (['work', 'call', 'conference'] as const).find((each) => each === fields.get('what'));
    if (!minutes || !what) return 'Say what took how many minutes.';
    desk.logTime(id, { what, minutes });
    return undefined;
  },
  merge(desk, id, fields) {
    const into = Number(given(fields, 'into'));
    if (into === id || !desk.ticket(into)) return 'There is no such ticket to merge into.';
    desk.merge(id, into);
    return undefined;
  },
};

function opened(desk: Desk, fields: Fields): Answer {
  const [requester, subject, text] = [given(fields, 'requester'), given(fields, 'subject'), given(fields, 'body')];
  const channel = channelOf(given(fields, 'channel')) ?? 'email';
  if (!desk.person(requester) && !/^\S+@\S+$/.test(requester)) return refused('The requester has no address.');
  if (!subject || !text) return refused('A ticket needs a subject and a message.');
  const by = fields.get('by') === 'customer' ? 'customer' : 'agent';
  const { id } = desk.add({ requester, subject, text, channel, by, status: by === 'agent' ? 'waiting' : 'new' });
  return { kind: 'see', address: `/tickets/${id}` };
}

const given = (fields: Fields, name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
const isOneOf = <T extends string>(words: Readonly<Record<T, string>>, word: string): word is T =>
  Object.hasOwn(words, word);
const statusOf = (word: string): TicketStatus | undefined => (isOneOf(STATUS_WORDS, word) ? word : undefined);
const channelOf = (word: string): Channel | undefined => (isOneOf(CHANNEL_WORDS, word) ? word : undefined);

function minutesOf(fields: Fields): number | undefined {
  const minutes = Number(given(fields, 'minutes'));
  return minutes >= 0 && minutes <= 1440 ? minutes : undefined;
}
