import { readCalendar } from '@/lib/calendar/read-calendar';

const START = 'DTSTART:20261103T090000Z';
const END = 'DTEND:20261103T093000Z';

/** An event of these lines, at 09:00 UTC on Tuesday, 3 November 2026, unless they say otherwise. */
export function event(...lines: string[]): string {
  const own = (name: string, otherwise: string) => (lines.some((line) => line.startsWith(name)) ? [] : [otherwise]);
  return [
    'BEGIN:VEVENT',
    ...own('UID', 'UID:one@customer.test'),
    ...own('DTSTART', START),
    ...(lines.some((line) => /^(DTSTART|DTEND|DURATION)/.test(line)) ? [] : [END]),
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
}

export const file = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');

/** Times without a zone are those of Zurich; September 2026 to May 2027 is within reach. */
export const read = (text: string) =>
  readCalendar(text, {
    zone: 'Europe/Zurich',
    reach: { from: Date.parse('2026-09-01T00:00Z'), to: Date.parse('2027-06-01T00:00Z') },
  });

export function calendar(...parts: string[]) {
  const result = read(file(...parts));
  if (!result.ok) throw new Error(result.why);
  return result.calendar;
}

/** `2026-11-03 09:00`, in UTC. */
export const utc = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

export const startsOf = (...parts: string[]): string[] =>
  calendar(...parts).invitations.flatMap(({ starts }) => starts.map(utc));
