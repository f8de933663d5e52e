import type { TicketStatus } from '@/lib/observation';

/** RT's own statuses; a desk may add others, which say nothing to us. */
const STATUSES: Readonly<Record<string, TicketStatus>> = {
  new: 'new',
  open: 'open',
  stalled: 'waiting',
  resolved: 'solved',
  rejected: 'closed',
  deleted: 'deleted',
};

export const statusOf = (word: string): TicketStatus | undefined =>
  Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;

export const isDone = (status: TicketStatus | undefined): boolean => status === 'solved' || status === 'closed';

export const isActive = (status: TicketStatus | undefined): boolean =>
  status !== undefined && status !== 'deleted' && !isDone(status);

/** `Farid Ibsen <farid@acme.example>`, an address or a name alone: what RT prints follows the setting UsernameFormat. */
export function nameAndAddress(text: string): { name?: string; email?: string } {
  const [, name, address] = text.match(/^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/) ?? [];
  if (address) return { ...(name && { name }), email: address };
  return /^[^\s<>()]+@[^\s<>()]+$/.test(text) ? { email: text } : { ...(text && { name: text }) };
}
