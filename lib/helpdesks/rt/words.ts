import type { TicketStatus } from '@/lib/observation';

/** RT's own statuses; a desk may add others, which say nothing to us. */
const STATUSES: ReadonlyMap<string, TicketStatus> = new Map([
  ['new', 'new'],
  ['open', 'open'],
  ['stalled', 'waiting'],
  ['resolved', 'solved'],
  ['rejected', 'closed'],
  ['deleted', 'deleted'],
]);

export const statusOf = (word: string): TicketStatus | undefined => STATUSES.get(word);

export const isDone = (word: string): boolean => word === 'resolved' || word === 'rejected';

export const isActive = (word: string): boolean => word === 'new' || word === 'open' || word === 'stalled';

/** `Farid Ibsen <farid@acme.example>`, an address or a name alone: what RT prints follows the setting UsernameFormat. */
export function nameAndAddress(text: string): { name?: string; email?: string } {
  const [, name, address] = text.match(/^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/) ?? [];
  if (address) return { ...(name && { name }), email: address };
  return /^[^\s<>()]+@[^\s<>()]+$/.test(text) ? { email: text } : { ...(text && { name: text }) };
}
