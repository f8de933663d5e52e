import type { ObservedEntry } from '@/lib/observation';

import { AGENT, type Message, type Person, type Ticket } from '../desk/ticket.ts';
import { html, type Html } from './html.ts';
import { entryMarks, requesterMarks, ticketMarks } from './markup.ts';
import { replyForm } from './reply.ts';
import { ticketSide } from './ticket-side.ts';
import { CHANNEL_WORDS, duration, face, pill, time } from './words.ts';

/** One ticket: who asks, what was said, and what can be done. */
export function ticketPage(ticket: Ticket): Html {
  const { id, subject, status, channel, requesters, createdAt, mergedInto } = ticket;
  return html`<article class="ticket" ${ticketMarks(ticket)}>
    <div class="head">
      <h1>${subject}</h1>
      <p>${pill(status)} No. ${id} · ${CHANNEL_WORDS[channel]} · ${time(createdAt)}</p>
    </div>
    ${mergedInto !== undefined && html`<p class="notice">Merged into <a href="/tickets/${mergedInto}">ticket ${mergedInto}</a>.</p>`}
    <div class="columns">
      <div class="talk">
        <ul class="asking" aria-label="Requesters">
          ${requesters.map(requester)}
        </ul>
        <ol class="messages" data-noclaims-entries>
          ${inOrder(ticket).map((item) => ('by' in item ? message(item, ticket) : entry(item)))}
        </ol>
        ${replyForm(ticket)}
      </div>
      ${ticketSide(ticket)}
    </div>
  </article>`;
}

const requester = (person: Person): Html =>
  html`<li${requesterMarks(person)}>
${face(person.name)}
<p><b data-noclaims-anchor>${person.name}</b><small>${[person.organisation, person.email, person.phone].filter(Boolean).join(' · ')}</small></p>
<a href="/people/${person.id}">All tickets</a>
</li>`;

const inOrder = ({ messages, entries }: Ticket): (Message | ObservedEntry)[] =>
  [...messages, ...entries].toSorted((a, b) => a.at - b.at);

/** What people write is theirs: no mark in it is believed. */
function message({ at, by, author, text, minutes }: Message, { requesters }: Ticket): Html {
  const label = by === 'internal' ? 'Note, not sent' : by === 'agent' ? 'Reply' : requesters[0]?.organisation;
  return html`<li class="message" data-by="${by}">
    ${face(by === 'customer' ? author : AGENT.name)}
    <div>
      <p class="by"><b>${author}</b><small>${label}</small>${time(at)}</p>
      <div class="text" data-noclaims-ignore>${text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</div>
      ${minutes > 0 && html`<p class="spent">${duration(minutes)} worked</p>`}
    </div>
  </li>`;
}

const ENTRY_WORDS = { reopened: 'Reopened', call: 'Call', conference: 'Conference call' } as const;

const entry = (noted: ObservedEntry): Html =>
  html`<li class="entry" ${entryMarks(noted)}>
    <b>${ENTRY_WORDS[noted.what]}</b>${noted.minutes !== undefined && html` ${duration(noted.minutes)}`}
    ${time(noted.at)}
  </li>`;
