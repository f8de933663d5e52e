import type { Page } from '@/lib/helpdesks/adapter';
import { given } from '@/lib/helpdesks/given';
import { chargedAmong } from '@/lib/helpdesks/people';
import type { Hints, ObservedPerson, ObservedTicket, PersonRef, TicketStatus } from '@/lib/observation';

import type { Site } from './site';
import { nameAndAddress, statusOf } from './words';

/** Where RT 5 writes what (seen on 5.0.3). Each box hides its own edit form, whose values no language changes. */
const AT = {
  heading: '#header h1',
  id: '.ticket-info-basics .form-row.id .value',
  status: '.ticket-info-basics .form-row.status .current-value',
  statusChoices: '.ticket-info-basics select[name="Status"] option',
  queue: '.ticket-info-basics .form-row.queue .current-value',
  worked: '.ticket-info-basics .time.worked.sum:not(.total) .current-value',
  customField: '.inline-edit-display .custom-field:not(.unset-field)',
  requestors: '.form-row.requestors .current-value',
  /** In the order in which they were added; those shown are in the order of their names. */
  asAdded: 'input[name^="Ticket-DeleteWatcher-Type-Requestor-Principal-"]',
  user: 'span.user[data-user-id]',
  delayedHistory: '#delayed_ticket_history',
  /** What happened to a ticket comes after the page, and all at once. */
  transaction: '#delayed_ticket_history .transaction[data-transaction-id]',
  end: '#footer',
  error: '#body > .error',
} as const;

const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

export const isEnded = ({ document }: Page): boolean => document.querySelector(AT.end) !== null;

/** A ticket that does not exist, or that this agent may not see. */
export const isRefused = ({ document }: Page): boolean => document.querySelector(AT.error) !== null;

export interface ShownTicket {
  readonly ticket: ObservedTicket & { readonly requesters: ObservedPerson[] };
  readonly charged: ObservedPerson | undefined;
}

/** The ticket, or the name of the fact that the page lacks. */
export function shownTicket(page: Page, site: Site): ShownTicket | { readonly missing: string } {
  const { document } = page;
  const ticketId = textOf(document.querySelector(AT.id));
  if (!/^\d+$/.test(ticketId)) return { missing: 'ticket' };
  const heading = textOf(document.querySelector(AT.heading));
  if (!heading.startsWith(`#${ticketId}:`)) return { missing: 'subject' };
  const asked = requestersOf(page, site);
  if (!asked) return { missing: 'requester' };
  const opener = asked.length > 1 ? creatorOf(page) : undefined;
  const ticket = {
    ticketId,
    subject: heading.slice(ticketId.length + 2).trim() || null,
    requesters: asked,
    ...given({ status: shownStatus(page), minutes: minutesOf(page), opener }),
    hints: hintsOf(page),
  };
  return { ticket, charged: chargedAmong(asked, opener) };
}

/** With several requesters only what happened tells who opened the ticket. */
export const awaitsHistory = ({ document }: Page): boolean =>
  document.querySelectorAll(`${AT.requestors} ${AT.user}`).length > 1 &&
  document.querySelector(AT.delayedHistory) !== null &&
  document.querySelector(AT.transaction) === null;

/** The requester's name on the page; the empty place for it when there is none. */
export function besideRequester({ document }: Page, charged: ObservedPerson | undefined): Element | undefined {
  const place = document.querySelector(AT.requestors) ?? undefined;
  const user = charged?.userId && place?.querySelector(`span.user[data-user-id="${CSS.escape(charged.userId)}"]`);
  return user || place;
}

/** Nobody is a customer of their own: the agent is left out. */
function requestersOf({ document }: Page, { agent }: Site): ObservedPerson[] | undefined {
  const place = document.querySelector(AT.requestors);
  if (!place) return undefined;
  const added = [...document.querySelectorAll(AT.asAdded)].map((field) =>
    field.getAttribute('name')?.split('-').at(-1),
  );
  return [...place.querySelectorAll(AT.user)]
    .map(personOf)
    .filter(({ userId }) => userId !== agent?.userId)
    .toSorted((a, b) => added.indexOf(a.userId) - added.indexOf(b.userId));
}

export function personOf(user: Element): ObservedPerson & { readonly userId: string } {
  return { userId: user.getAttribute('data-user-id') ?? '', ...nameAndAddress(textOf(user)) };
}

function creatorOf({ document }: Page): PersonRef | undefined {
  const [first] = [...document.querySelectorAll(AT.transaction)].toSorted((a, b) => numberOf(a) - numberOf(b));
  const userId = first?.querySelector(`.description ${AT.user}`)?.getAttribute('data-user-id');
  return userId ? { userId } : undefined;
}

const numberOf = (transaction: Element): number => Number(transaction.getAttribute('data-transaction-id'));

/** What is shown is translated, so it is looked up among the choices of the edit form; without one, English is tried. */
function shownStatus({ document }: Page): TicketStatus | undefined {
  const shown = textOf(document.querySelector(AT.status));
  const choices = [...document.querySelectorAll(AT.statusChoices)];
  const choice = choices.find((option) => option.getAttribute('value') && textOf(option) === shown);
  return statusOf(choice?.getAttribute('value') ?? shown.toLowerCase());
}

/** `12 minutes`, or `1.5 hours (90 minutes)`, in any language; nothing where nobody worked yet. */
function minutesOf({ document }: Page): number | undefined {
  const shown = textOf(document.querySelector(AT.worked));
  const [, minutes] = shown.match(/\((\d+)\D*\)/) ?? shown.match(/^(\d+)\D*$/) ?? [];
  return minutes === undefined ? undefined : Number(minutes);
}

function hintsOf({ document }: Page): Hints {
  const fields = [...document.querySelectorAll(AT.customField)].map((field) => {
    const name = textOf(field.querySelector('.label')).replace(/\s*:$/, '');
    return [name, textOf(field.querySelector('.value'))] as const;
  });
  const queue = textOf(document.querySelector(AT.queue));
  return { ...(queue && { queue }), ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
}
