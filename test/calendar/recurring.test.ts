import { describe, expect, it } from 'vitest';

import { occurrencesOf, seriesOf } from '@/lib/scoring/invitation';

import { calendar, event, startsOf, utc } from './ics';

const weekly = 'RRULE:FREQ=WEEKLY;COUNT=4';
const isOwn = (address: string) => address.endsWith('@vendor.test');

describe('a series', () => {
  it.each<[string, string[], string[]]>([
    ['by a count', [weekly], ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']],
    ['until a day, that day within', ['RRULE:FREQ=WEEKLY;UNTIL=20261117'], ['2026-11-03', '2026-11-10', '2026-11-17']],
    ['until the very instant', ['RRULE:FREQ=WEEKLY;UNTIL=20261110T090000Z'], ['2026-11-03', '2026-11-10']],
    ['until a second before', ['RRULE:FREQ=WEEKLY;UNTIL=20261110T085959Z'], ['2026-11-03']],
    ['every second week', ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2'], ['2026-11-03', '2026-11-17']],
    [
      'with more dates',
      ['RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE:20261105T090000Z,20261201T090000Z'],
      ['2026-11-03', '2026-11-05', '2026-11-10', '2026-12-01'],
    ],
    ['with a period for a date', ['RDATE;VALUE=PERIOD:20261105T090000Z/PT1H'], ['2026-11-03', '2026-11-05']],
    ['without some', [weekly, 'EXDATE:20261110T090000Z,20261124T090000Z'], ['2026-11-03', '2026-11-17']],
    [
      'without some, by lines',
      [weekly, 'EXDATE:20261110T090000Z', 'EXDATE:20261117T090000Z'],
      ['2026-11-03', '2026-11-24'],
    ],
    ['without a day', [weekly, 'EXDATE;VALUE=DATE:20261110'], ['2026-11-03', '2026-11-17', '2026-11-24']],
    [
      'without what was never in it',
      [weekly, 'EXDATE:20261110T093000Z'],
      ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'],
    ],
  ])('%s', (_, lines, days) => {
    expect(startsOf(event(...lines))).toEqual(days.map((day) => `${day} 09:00`));
  });

  it('without an end goes as far as it is read, from as early', () => {
    const starts = startsOf(event('DTSTART:20240102T090000Z', 'RRULE:FREQ=WEEKLY'));
    expect(starts[0]).toBe('2026-09-01 09:00');
    expect(starts.at(-1)).toBe('2027-05-25 09:00');
    expect(starts).toHaveLength(39);
  });

  it.each<[string, string[], string | undefined]>([
    ['each week', ['RRULE:FREQ=WEEKLY'], 'weekly'],
    ['each week, on two days', ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH'], 'weekly'],
    ['every second week', ['RRULE:FREQ=WEEKLY;INTERVAL=2'], 'otherwise'],
    ['each month', ['RRULE:FREQ=MONTHLY'], 'otherwise'],
    ['on more dates', ['RDATE:20261105T090000Z'], 'otherwise'],
    ['once', [], undefined],
  ])('%s says so', (_, lines, repeats) => {
    expect(calendar(event(...lines)).invitations[0]?.repeats).toBe(repeats);
  });
});

describe('time zones', () => {
  const berlin = (...lines: string[]) => ['DTSTART;TZID=Europe/Berlin:20261020T100000', ...lines];

  it('keep the hour on the wall over the change of the clocks', () => {
    expect(startsOf(event(...berlin('RRULE:FREQ=WEEKLY;COUNT=2')))).toEqual(['2026-10-20 08:00', '2026-10-27 09:00']);
  });

  it('are compared by instants where a date is taken out in another', () => {
    const lines = berlin('RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261027T090000Z');
    expect(startsOf(event(...lines))).toEqual(['2026-10-20 08:00', '2026-11-03 09:00']);
  });

  it('are minded where a series ends in UTC', () => {
    expect(startsOf(event(...berlin('RRULE:FREQ=WEEKLY;UNTIL=20261027T090000Z')))).toHaveLength(2);
    expect(startsOf(event(...berlin('RRULE:FREQ=WEEKLY;UNTIL=20261027T085959Z')))).toHaveLength(1);
    expect(startsOf(event(...berlin('RRULE:FREQ=WEEKLY;UNTIL=20261027T100000')))).toHaveLength(2);
  });

  it('unnamed is that of the vendor', () => {
    expect(startsOf(event('DTSTART:20261103T100000'))).toEqual(['2026-11-03 09:00']);
  });

  it('that nobody knows is that of the vendor, too', () => {
    expect(startsOf(event('DTSTART;TZID=Middle Earth:20261103T100000'))).toEqual(['2026-11-03 09:00']);
  });

  it('of the file are those of the file', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Middle Earth',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const lines = ['DTSTART;TZID=Middle Earth:20261103T100000', 'DTEND;TZID=Middle Earth:20261103T104500', weekly];
    expect(startsOf(...zone, event(...lines))[1]).toBe('2026-11-10 05:00');
    expect(calendar(event(...lines), ...zone).invitations[0]).toMatchObject({ minutes: 45 });
  });

  it('that the browser knows goes before what the file says of it', () => {
    const stale = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(startsOf(...stale, event(...berlin()))).toEqual(['2026-10-20 08:00']);
  });

  it('take a leap second for the next minute', () => {
    expect(startsOf(event('DTSTART;TZID=UTC:20261103T095960'))).toEqual(['2026-11-03 10:00']);
  });
});

it('a real exchange: asked, accepted, one date moved, one cancelled', () => {
  const people = [
    'ORGANIZER:mailto:carl@customer.test',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@vendor.test',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@vendor.test',
  ];
  const { invitations, refused } = calendar(
    event(
      'DTSTART;TZID=Europe/Zurich:20261103T100000',
      'DURATION:PT50M',
      'RRULE:FREQ=WEEKLY',
      'EXDATE;TZID=Europe/Zurich:20261222T100000',
      ...people,
    ),
    event(
      'RECURRENCE-ID;TZID=Europe/Zurich:20261110T100000',
      'DTSTART;TZID=Europe/Zurich:20261111T140000',
      'DURATION:PT50M',
      'SEQUENCE:1',
      ...people,
    ),
    event(
      'RECURRENCE-ID;TZID=Europe/Zurich:20261117T100000',
      'DTSTART;TZID=Europe/Zurich:20261117T100000',
      'SEQUENCE:1',
      'STATUS:CANCELLED',
      ...people,
    ),
  );
  expect(refused).toEqual([]);
  const held = occurrencesOf(invitations, isOwn);
  expect(held.slice(0, 4).map(({ contact }) => [contact.id.split('/')[2], utc(contact.at)])).toEqual([
    ['20261103T090000Z', '2026-11-03 09:00'],
    ['20261110T090000Z', '2026-11-11 13:00'],
    ['20261124T090000Z', '2026-11-24 09:00'],
    ['20261201T090000Z', '2026-12-01 09:00'],
  ]);
  expect(held.map(({ contact }) => utc(contact.at))).not.toContain('2026-12-22 09:00');
  expect(held[1]).toMatchObject({ contact: { length: 50, ownAttendees: 2 }, organiser: 'carl@customer.test' });
  expect(seriesOf(invitations, isOwn)).toMatchObject([{ attendeeMinutes: 100, organiser: 'carl@customer.test' }]);
});
