import type { TicketStatus } from '@/lib/observation';

import type { Channel } from '../plan/shape.ts';
import { html, type Html } from './html.ts';

export const STATUS_WORDS: Record<TicketStatus, string> = {
  new: 'New',
  open: 'Open',
  waiting: 'Waiting',
  solved: 'Solved',
  closed: 'Closed',
  deleted: 'Deleted',
  spam: 'Spam',
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  email: 'E-mail',
  web: 'Web form',
  phone: 'Phone',
  chat: 'Chat',
  conference: 'Conference call',
  visit: 'Visit',
};

/** A moment in UTC, for everybody the same. */
export function time(at: number): Html {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const text = instant.toLocaleString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return html`<time datetime="${instant.toString()}">${text}</time>`;
}

/** `90` is `1 h 30 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

export const pill = (status: TicketStatus): Html =>
  html`<span class="pill" data-status="${status}">${STATUS_WORDS[status]}</span>`;

/** A person's initials on one of six grounds. */
export function face(name: string): Html {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
  const ground = [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % 6;
  return html`<span class="face" data-ground="${ground}" aria-hidden="true">${initials.toUpperCase()}</span>`;
}
