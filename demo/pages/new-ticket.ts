import type { Person } from '../desk/ticket.ts';
import { attributes, html, type Html } from './html.ts';
import { CHANNEL_WORDS } from './words.ts';

interface Filled {
  readonly requester: string;
  readonly subject: string;
  readonly body: string;
  readonly people: readonly Person[];
}

/** Whoever starts a letter to a customer from elsewhere finds the form filled. A text field drops its first line break. */
export const newTicketPage = ({ requester, subject, body, people }: Filled): Html =>
  html`<div class="head"><h1>New ticket</h1></div>
    <form class="sheet new" method="post" action="/tickets">
      <label class="wide"
        >Requester<input
          name="requester"
          list="people"
          required
          autocomplete="off"
          maxlength="200"
          ${attributes({ value: requester })}
      /></label>
      <datalist id="people">
        ${people.map(({ name, email }) => email && html`<option value="${email}">${name}</option>`)}
      </datalist>
      <label class="wide"
        >Subject<input name="subject" required maxlength="300" ${attributes({ value: subject })}
      /></label>
      <label class="wide"
        >Message<textarea name="body" rows="9" required maxlength="20000">${`\n${body}`}</textarea>
      </label>
      <label
        >Channel<select name="channel">
          ${Object.entries(CHANNEL_WORDS).map(([value, word]) => html`<option value="${value}">${word}</option>`)}
        </select></label
      >
      <label
        >From<select name="by">
          <option value="agent">Us, to the customer</option>
          <option value="customer">The customer, to us</option>
        </select></label
      >
      <span class="buttons"><button>Open ticket</button></span>
    </form>`;
