import type { Ticket } from '../desk/ticket.ts';
import { html, type Html } from './html.ts';
import { STATUS_WORDS } from './words.ts';

/** An answer to the customer, or a note to colleagues. */
export const replyForm = ({ id, requesters }: Ticket): Html =>
  html`<form class="reply" method="post" action="/tickets/${id}/reply">
    <label class="wide"
      >Reply to ${requesters[0]?.name ?? 'nobody'}<textarea name="text" rows="5" required maxlength="20000"></textarea>
    </label>
    <label>Minutes worked<input name="minutes" type="number" min="0" max="1440" value="0" /></label>
    <label
      >Then set to<select name="status">
        <option value="">as it is</option>
        ${(['open', 'waiting', 'solved'] as const).map(
          (status) => html`<option value="${status}">${STATUS_WORDS[status]}</option>`,
        )}
      </select></label
    >
    <span class="buttons"
      ><button name="as" value="internal" class="plain">Add as a note</button
      ><button name="as" value="agent">Send reply</button></span
    >
  </form>`;
