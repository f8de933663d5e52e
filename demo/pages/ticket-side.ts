import type { Ticket } from '../desk/ticket.ts';
import { html, type Html } from './html.ts';
import { CHANNEL_WORDS, duration, STATUS_WORDS, time } from './words.ts';

/** The facts of a ticket, and the small forms that change them. */
export const ticketSide = ({ id, status, channel, queue, opener, minutes, createdAt, solvedAt }: Ticket): Html =>
  html`<aside>
    <section>
      <h2>Ticket</h2>
      <dl>
        <dt>Queue</dt>
        <dd>${queue}</dd>
        <dt>Channel</dt>
        <dd>${CHANNEL_WORDS[channel]}</dd>
        <dt>Opened by</dt>
        <dd>${opener.name}</dd>
        <dt>Opened</dt>
        <dd>${time(createdAt)}</dd>
        <dt>Solved</dt>
        <dd>${solvedAt === null ? 'not yet' : time(solvedAt)}</dd>
        <dt>Time worked</dt>
        <dd>${duration(minutes)}</dd>
      </dl>
    </section>
    <form method="post" action="/tickets/${id}/status">
      <h2>Status</h2>
      <label class="only"
        >Status<select name="status">
          ${Object.entries(STATUS_WORDS).map(
            ([value, word]) => html`<option value="${value}" ${value === status && html` selected`}>${word}</option>`,
          )}
        </select></label
      ><button class="plain">Set status</button>
    </form>
    <form method="post" action="/tickets/${id}/time">
      <h2>Log time</h2>
      <label
        >What<select name="what">
          <option value="work">Work</option>
          <option value="call">Call</option>
          <option value="conference">Conference call</option>
        </select></label
      >
      <label>Minutes<input name="minutes" type="number" min="1" max="1440" value="15" required /></label
      ><button class="plain">Log time</button>
    </form>
    <form method="post" action="/tickets/${id}/merge">
      <h2>Merge</h2>
      <label>Into ticket<input name="into" inputmode="numeric" pattern="[0-9]+" required /></label
      ><button class="plain">Merge</button>
    </form>
  </aside>`;
