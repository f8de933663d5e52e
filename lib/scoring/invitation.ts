import { isConference } from './conference';
import type { DeclaredSeries } from './conference-standing';
import type { Contact } from './contact';

export interface Attendee {
  /** Lower case, without `mailto:`. */
  readonly address: string;
  readonly accepted: boolean;
}

/** One version of an invitation, or of one date of a series, as read from a calendar file. */
export interface Invitation {
  readonly uid: string;
  /** The date of a series that this one replaces, by the instant at which it would have been. */
  readonly recurrenceAt?: number;
  readonly sequence: number;
  /** When it was written. */
  readonly stampedAt: number;
  readonly cancelled: boolean;
  readonly repeats?: 'weekly' | 'otherwise';
  /** Instants within the time that was read, without dates that were taken out. */
  readonly starts: readonly number[];
  readonly minutes: number;
  readonly organiser?: string;
  readonly attendees: readonly Attendee[];
}

/** A conference by invitation. Whose it is follows from the organiser, else from who asked for it. */
export interface Occurrence {
  readonly contact: Contact;
  readonly organiser?: string;
}

/** Whether an address is one of ours. */
export type IsOwn = (address: string) => boolean;

/**
 * The conferences that customers invited us to (docs/SCORING.md §6): one for each UID and date, the newest version of each,
 * none that was cancelled, nor any that nobody of us accepted. Those ahead wait for their time.
 */
export const occurrencesOf = (invitations: readonly Invitation[], isOwn: IsOwn): Occurrence[] =>
  [...Map.groupBy(invitations, ({ uid }) => uid).values()].flatMap((versions) =>
    datesOf(versions).flatMap((date) => occurrenceOf(date, isOwn) ?? []),
  );

/** The weekly series among them, with what they announce; `organiser` tells whose they are. */
export const seriesOf = (
  invitations: readonly Invitation[],
  isOwn: IsOwn,
): (DeclaredSeries & Pick<Occurrence, 'organiser'>)[] =>
  [...Map.groupBy(invitations, ({ uid }) => uid).values()].flatMap((versions) => {
    if (seriesIn(versions)?.repeats !== 'weekly') return [];
    const held = datesOf(versions).flatMap((date) => occurrenceOf(date, isOwn) ?? []);
    const last = held.at(-1);
    if (!last) return [];
    const { length = 0, ownAttendees = 1 } = last.contact;
    return [
      {
        starts: held.map(({ contact }) => contact.at),
        attendeeMinutes: length * ownAttendees,
        ...(last.organiser !== undefined && { organiser: last.organiser }),
      },
    ];
  });

/** The invitation itself, not one date of it. */
const seriesIn = (versions: readonly Invitation[]): Invitation | undefined =>
  newest(versions.filter(({ recurrenceAt }) => recurrenceAt === undefined));

/** A higher SEQUENCE replaces; of equal ones the one written later, then the one read later. */
const newest = (versions: readonly Invitation[]): Invitation | undefined =>
  versions.toSorted((a, b) => a.sequence - b.sequence || a.stampedAt - b.stampedAt).at(-1);

interface Dated extends Invitation {
  readonly at: number;
  /** RECURRENCE-ID, or that it does not repeat. */
  readonly date: number | 'once';
}

/** What takes place, oldest first: the dates of the series, each as its own newest version has it. */
function datesOf(versions: readonly Invitation[]): Dated[] {
  const series = seriesIn(versions);
  if (series?.cancelled) return [];
  const single = Map.groupBy(
    versions.filter(({ recurrenceAt }) => recurrenceAt !== undefined),
    ({ recurrenceAt }) => recurrenceAt,
  );
  const kept = series
    ? series.starts
        .filter((at) => !single.has(at))
        .map((at) => ({ ...series, at, date: series.repeats ? at : ('once' as const) }))
    : [];
  const moved = [...single.values()].flatMap((own) => newest(own) ?? []);
  return [
    ...kept,
    ...moved
      .filter(({ recurrenceAt = 0, cancelled }) => !cancelled && (!series || series.starts.includes(recurrenceAt)))
      .flatMap((own) => own.starts.map((at) => ({ ...series, ...own, at, date: own.recurrenceAt ?? at }))),
  ].toSorted((a, b) => a.at - b.at);
}

function occurrenceOf({ uid, date, at, minutes, organiser, attendees }: Dated, isOwn: IsOwn): Occurrence | undefined {
  if (organiser !== undefined && isOwn(organiser)) return undefined;
  const own = attendees.filter(({ address }) => isOwn(address));
  // A calendar that names nobody of us is that of the one who keeps it.
  const ownAttendees = own.length === 0 ? 1 : own.filter(({ accepted }) => accepted).length;
  const invited = ownAttendees > 0;
  if (!invited || !isConference({ minutes, ownAttendees, people: attendees.length, invited })) return undefined;
  const contact: Contact = {
    id: `ics/${encodeURIComponent(uid.toWellFormed())}/${date === 'once' ? date : utc(date)}`,
    at,
    kind: 'conference',
    initiator: 'customer',
    cause: 'pending',
    length: minutes,
    ownAttendees,
  };
  return { contact, ...(organiser !== undefined && { organiser }) };
}

/** `20261124T090000Z` */
const utc = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
