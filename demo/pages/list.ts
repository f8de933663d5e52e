import type { Ticket } from '../desk/ticket.ts';
import { html, type Html } from './html.ts';
import { requesterMarks, rowMarks } from './markup.ts';
import { CHANNEL_WORDS, duration, pill, time } from './words.ts';

const ON_A_PAGE = 25;

interface Listed {
  readonly title: string;
  readonly tickets: readonly Ticket[];
  /** From 1. */
  readonly number: number;
  /** Address of the list, to which a page is added. */
  readonly address: string;
}

/** A list of tickets, a page at a time. */
export function listPage({ title, tickets, number, address }: Listed): Html {
  const pages = Math.max(1, Math.ceil(tickets.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, number), pages);
  const rows = tickets.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE);
  return html`<div class="head">
      <h1>${title}</h1>
      <p>${tickets.length} tickets</p>
    </div>
    ${rows.length > 0 ? ticketTable(rows) : html`<p class="empty">Nothing here. Enjoy the view.</p>`}
    ${pages > 1 && pager({ shown, pages, address })}`;
}

export const ticketTable = (tickets: readonly Ticket[]): Html =>
  html`<div class="sheet">
    <table>
      <thead>
        <tr>
          <th>No.</th>
          <th>Subject</th>
          <th>Requester</th>
          <th>Channel</th>
          <th>Status</th>
          <th class="figure">Time</th>
          <th>Updated</th>
        </tr>
      </thead>
      <tbody>
        ${tickets.map(row)}
      </tbody>
    </table>
  </div>`;

function row(ticket: Ticket): Html {
  const { id, subject, requesters, channel, status, minutes, updatedAt } = ticket;
  const [asker] = requesters;
  return html`<tr${rowMarks(ticket)}>
<td class="quiet">${id}</td>
<td><a href="/tickets/${id}">${subject}</a></td>
<td>${asker && html`<span${requesterMarks(asker)}><span data-noclaims-anchor>${asker.name}</span></span>`}<small>${asker?.organisation}</small></td>
<td class="quiet">${CHANNEL_WORDS[channel]}</td>
<td>${pill(status)}</td>
<td class="figure quiet">${duration(minutes)}</td>
<td class="quiet">${time(updatedAt)}</td>
</tr>`;
}

function pager({ shown, pages, address }: { shown: number; pages: number; address: string }): Html {
  const to = (page: number): string => `${address}${address.includes('?') ? '&' : '?'}page=${page}`;
  return html`<nav class="pager" aria-label="Pages">
    ${shown > 1 && html`<a href="${to(shown - 1)}" rel="prev">Newer</a>`}
    <span>Page ${shown} of ${pages}</span>
    ${shown < pages && html`<a href="${to(shown + 1)}" rel="next">Older</a>`}
  </nav>`;
}
