import type { SeededPlan } from './desk.ts';
import { alertsOf, type ExpectedAlert } from './expected-alerts.ts';
import { contactsOf, isCounted, type ExpectedContact } from './expected-contacts.ts';
import { above, priorOf, rateOf, seen, type Prior } from './expected-rate.ts';

const DAY = 86_400_000;
const OPEN = new Set(['new', 'open', 'waiting']);

export interface Circumstances {
  readonly plan: SeededPlan;
  /** Addresses of the customers whose tickets were opened, and so their whole histories read. */
  readonly opened: ReadonlySet<string>;
  /** When reading began, and the instant of the nightly run: of one UTC day. */
  readonly began: number;
  readonly now: number;
  readonly zone: string;
  /** What the nightly run found of the portfolio; the estimate until there was one. */
  readonly night?: Prior;
}

export interface Expected {
  readonly contacts: readonly ExpectedContact[];
  readonly counted: number;
  readonly alerts: readonly ExpectedAlert[];
  readonly level: string;
  readonly rate: number;
  readonly rung: number;
  /** Of the last 365 days. */
  readonly minutes: number;
  readonly mark: 'Over limit' | 'Expensive' | 'Watch' | 'Loved' | undefined;
}

/** Everybody on record after one nightly run: those who were opened, and who stood first on a ticket of theirs. */
export function expectedOf(circumstances: Circumstances): ReadonlyMap<string, Expected> {
  const { plan, night = priorOf() } = circumstances;
  const tickets = readTickets(circumstances);
  const everybody = plan.customers
    .map(({ email }) => historyOf(email, tickets, circumstances))
    .filter((history) => history !== undefined);
  return new Map(everybody.map((history) => [history.email, expectedFrom(history, night, circumstances)]));
}

/** What is on record of the plan: every ticket on which somebody stands whose history was read. */
export const readTickets = ({ plan, opened }: Circumstances): SeededPlan['tickets'] =>
  plan.tickets.filter(({ requesters }) => requesters.some((email) => opened.has(email)));

interface History {
  readonly email: string;
  readonly contacts: readonly ExpectedContact[];
  /** Instants of the counted ones but the very first contact. */
  readonly rated: readonly number[];
  /** Since when a contact would have been seen. */
  readonly from: number;
  readonly openTickets: number;
}

function historyOf(
  email: string,
  tickets: SeededPlan['tickets'],
  { opened, began }: Circumstances,
): History | undefined {
  const contacts = contactsOf(email, tickets);
  const [first, ...later] = contacts;
  if (!first) return undefined;
  return {
    email,
    contacts,
    rated: later.filter(isCounted).map(({ at }) => at),
    from: opened.has(email) ? first.at : Math.max(first.at, startOfDay(began)),
    openTickets: tickets.filter(({ requesters: [whose], status }) => whose === email && OPEN.has(status)).length,
  };
}

const startOfDay = (at: number): number => Math.floor(at / DAY) * DAY;

function expectedFrom(history: History, nightly: Prior, { now, zone }: Circumstances): Expected {
  const { contacts, rated, from, openTickets } = history;
  const counted = contacts.filter(isCounted);
  const years = yearsFrom(contacts[0]?.at ?? now, zone, now);
  const { alerts, isOver } = alertsOf(counted, years, now);
  const today = startOfDay(now);
  const evidence = seen(rated, from, today, nightly);
  const days = Math.max(0, today - from) / DAY;
  const level = levelAfterNight((prior, before) => {
    if (days < 30 && counted.length < 3) return 'new';
    const chance = above(prior.limit, prior, seen(rated, from, today, prior));
    if (chance >= (before === 'expensive' ? 0.65 : 0.8) && rated.length >= 3 && days >= 30) return 'expensive';
    return chance >= (before === 'new' || before === 'calm' ? 0.2 : 0.12) && rated.length >= 2 ? 'watch' : 'calm';
  }, nightly);
  const isLoved = above(nightly.mean, nightly, evidence) <= 0.1 && days >= 180 && openTickets === 0 && !isOver;
  const isAlerted = alerts.some(({ clearedAt }) => clearedAt === undefined);
  const mark = isAlerted ? 'Over limit' : level === 'calm' && isLoved ? 'Loved' : MARKS[level];
  const rate = rateOf(nightly, evidence);
  return {
    contacts,
    counted: counted.length,
    alerts,
    level,
    rate,
    rung: rungOf(rated, years),
    minutes: minutesOf(contacts, now, zone),
    mark,
  };
}

type Level = 'new' | 'calm' | 'watch' | 'expensive';
const MARKS: Readonly<Record<Level, Expected['mark']>> = {
  new: undefined,
  calm: undefined,
  watch: 'Watch',
  expensive: 'Expensive',
};
const HEIGHTS: Readonly<Record<Level, number>> = { new: 0, calm: 0, watch: 1, expensive: 2 };

/** By the estimate when the ticket was opened, then by the portfolio; a level that was changed today does not fall tonight. */
function levelAfterNight(by: (prior: Prior, before: Level) => Level, nightly: Prior): Level {
  const opened = by(priorOf(), 'new');
  const night = by(nightly, opened);
  return HEIGHTS[night] < HEIGHTS[opened] ? opened : night;
}

/** The first contact, then midnight of every anniversary of its day that has come. */
function yearsFrom(first: number, zone: string, now: number): number[] {
  const day = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone).toPlainDate();
  const years = [first];
  for (let count = 1; ; count++) {
    const at = day.add({ years: count }).toZonedDateTime(zone).epochMilliseconds;
    if (at > now) return years;
    years.push(at);
  }
}

/** The article's ladder, while nobody named a crash: a rung for every year without a contact, five at most. */
const rungOf = (rated: readonly number[], years: readonly number[]): number =>
  years
    .slice(1)
    .reduce(
      (rung, end, year) => (rated.some((at) => at >= (years[year] ?? 0) && at < end) ? rung : Math.min(5, rung + 1)),
      0,
    );

function minutesOf(contacts: readonly ExpectedContact[], now: number, zone: string): number {
  const dateOf = (at: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const oldest = dateOf(now).subtract({ days: 365 });
  return contacts
    .filter(({ at }) => Temporal.PlainDate.compare(dateOf(at), oldest) > 0)
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

const KEPT_MONTHS = 25;

/** The nightly run folds away what is over and too old. */
export function isKept({ breachedAt, clearedAt }: ExpectedAlert, { now, zone }: Circumstances): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return clearedAt === undefined || breachedAt >= today.subtract({ months: KEPT_MONTHS }).epochMilliseconds;
}
