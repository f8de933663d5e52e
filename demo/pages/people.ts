import type { Person, Ticket } from '../desk/ticket.ts';
import { html, type Html } from './html.ts';
import { ticketTable } from './list.ts';
import { face } from './words.ts';

/** Everybody the desk knows, by name. */
export function peoplePage(people: readonly Person[], ticketsOf: (person: Person) => number): Html {
  const byName = [...people].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return html`<div class="head">
      <h1>People</h1>
      <p>${people.length} people</p>
    </div>
    <div class="sheet">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Organisation</th>
            <th>E-mail</th>
            <th>Phone</th>
            <th class="figure">Tickets</th>
          </tr>
        </thead>
        <tbody>
          ${byName.map(
            (person) =>
              html`<tr>
                <td><a class="person" href="/people/${person.id}">${face(person.name)}${person.name}</a></td>
                <td>${person.organisation}</td>
                <td class="quiet">${person.email}</td>
                <td class="quiet">${person.phone}</td>
                <td class="figure">${ticketsOf(person)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** One person, and what they asked. */
export const personPage = (person: Person, tickets: readonly Ticket[]): Html =>
  html`<div class="head person">
      ${face(person.name)}
      <div>
        <h1>${person.name}</h1>
        <p>${[person.organisation, person.email, person.phone].filter(Boolean).join(' · ')}</p>
      </div>
      <a class="button" href="/tickets/new?requester=${encodeURIComponent(person.email ?? person.id)}"
        >Write to ${person.name.split(' ')[0]}</a
      >
    </div>
    ${tickets.length > 0 ? ticketTable(tickets) : html`<p class="empty">Has never asked for anything.</p>`}`;

export const missingPage = (what: string): Html =>
  html`<div class="head"><h1>Not found</h1></div>
    <p class="empty">There is no ${what} here. It may have been on another desk, or in another life.</p>`;
