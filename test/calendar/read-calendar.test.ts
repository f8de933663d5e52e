import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calendar, event, file, read, startsOf } from './ics';

describe('an invitation', () => {
  it('is read with who asks, who comes, and its version', () => {
    const lines = [
      'UID:abc@customer.test',
      'DTSTAMP:20261101T120000Z',
      'SEQUENCE:3',
      'SUMMARY:Weekly',
      'ORGANIZER;CN=Carl:mailto:Carl@Customer.TEST',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada:MAILTO:ada@vendor.test',
      'ATTENDEE;PARTSTAT=needs-action:mailto:bo@vendor.test',
      'ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@customer.test',
      'ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@customer.test',
      'ATTENDEE;EMAIL=cy@vendor.test;PARTSTAT=ACCEPTED:urn:uuid:1234',
      'ATTENDEE:urn:uuid:5678',
    ];
    expect(calendar(event(...lines)).invitations).toEqual([
      {
        uid: 'abc@customer.test',
        sequence: 3,
        stampedAt: Date.parse('2026-11-01T12:00Z'),
        cancelled: false,
        starts: [Date.parse('2026-11-03T09:00Z')],
        minutes: 30,
        organiser: 'carl@customer.test',
        attendees: [
          { address: 'ada@vendor.test', accepted: true },
          { address: 'bo@vendor.test', accepted: false },
          { address: 'cy@vendor.test', accepted: true },
        ],
      },
    ]);
  });

  it('that says little is the first version, of nobody', () => {
    expect(calendar(event()).invitations).toEqual([
      {
        uid: 'one@customer.test',
        sequence: 0,
        stampedAt: 0,
        cancelled: false,
        starts: [Date.parse('2026-11-03T09:00Z')],
        minutes: 30,
        attendees: [],
      },
    ]);
  });

  it.each([
    ['by its end', ['DTSTART:20261103T090000Z', 'DTEND:20261103T101500Z'], 75],
    ['by its duration', ['DTSTART:20261103T090000Z', 'DURATION:PT1H30M'], 90],
    ['by neither', ['DTSTART:20261103T090000Z'], 0],
    ['by an end before the start', ['DTSTART:20261103T090000Z', 'DTEND:20261103T080000Z'], 0],
    ['by an end in another zone', ['DTSTART:20261103T090000Z', 'DTEND;TZID=Europe/Zurich:20261103T103000'], 30],
  ])('lasts %s', (_, lines, minutes) => {
    expect(calendar(event(...lines)).invitations[0]?.minutes).toBe(minutes);
  });

  it.each([
    ['by its status', file(event('STATUS:CANCELLED')), true],
    ['by any spelling of it', file(event('STATUS:Cancelled')), true],
    ['by the message it came in', file('METHOD:CANCEL', event()), true],
    ['not by another status', file(event('STATUS:CONFIRMED')), false],
    ['not by a request', file('METHOD:REQUEST', event()), false],
    ['not by another calendar in the file', `${file('METHOD:CANCEL')}${file(event())}`, false],
  ])('is taken back %s', (_, text, cancelled) => {
    const result = read(text);
    expect(result.ok && result.calendar.invitations.map((one) => [one.cancelled, one.starts.length])).toEqual([
      [cancelled, cancelled ? 0 : 1],
    ]);
  });

  it('may be taken back without a start', () => {
    const text = ['BEGIN:VEVENT', 'UID:x', 'RECURRENCE-ID:20261110T090000Z', 'STATUS:CANCELLED', 'END:VEVENT'].join(
      '\r\n',
    );
    expect(calendar(text).invitations).toMatchObject([
      { uid: 'x', cancelled: true, starts: [], minutes: 0, recurrenceAt: Date.parse('2026-11-10T09:00Z') },
    ]);
  });
});

describe('whole days', () => {
  it('are dates, not meetings', () => {
    const { dates, invitations } = calendar(
      event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'),
      event('UID:b', 'DTSTART;VALUE=DATE:20261225'),
      event('UID:c', 'DTSTART;VALUE=DATE:20261008', 'DTEND;VALUE=DATE:20261008'),
    );
    expect(dates).toEqual(['2026-10-08', '2026-12-24', '2026-12-25', '2026-12-26']);
    expect(invitations).toEqual([]);
  });

  it('come every year where the rule says so', () => {
    expect(calendar(event('DTSTART;VALUE=DATE:20100101', 'RRULE:FREQ=YEARLY')).dates).toEqual(['2027-01-01']);
  });

  it('that never end are cut off after a year', () => {
    expect(calendar(event('DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20401001')).dates).toHaveLength(366);
  });

  it('that were cancelled are working days', () => {
    expect(calendar(event('DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED')).dates).toEqual([]);
  });
});

describe('a file that is not well', () => {
  it.each([
    ['empty', ''],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['only events', event()],
  ])('%s is refused with a sentence', (_, text) => {
    expect(read(text)).toEqual({
      ok: false,
      why: 'This is no calendar file: nothing in it says BEGIN:VCALENDAR. Choose a file that ends in .ics.',
    });
  });

  it('far too large is refused with another', () => {
    expect(read(file('X'.repeat(50_000_001)))).toEqual({
      ok: false,
      why: 'This calendar file is too large. Export a shorter time, and read it again.',
    });
  });

  it.each([
    ['without a UID', event('UID:'), 'it has no UID, so nobody can tell it from another'],
    ['without a start', ['BEGIN:VEVENT', 'UID:x', 'END:VEVENT'].join('\r\n'), 'it does not say when it starts'],
    ['without an end', ['BEGIN:VEVENT', 'UID:x'].join('\r\n'), 'it does not end'],
    ['that comes every second', event('RRULE:FREQ=SECONDLY'), 'it repeats more often than can be followed'],
  ])('leaves out an event %s, and keeps the others', (_, bad, why) => {
    const { invitations, refused } = calendar(event('UID:a'), bad, event('UID:z'));
    expect(invitations.map(({ uid }) => uid)).toEqual(['a', 'z']);
    expect(refused).toEqual([`The event in line 8 was left out: ${why}.`]);
  });

  it.each([
    ['a line that is none', event('UID:bad', 'this is no line')],
    ['a date that is none', event('UID:bad', 'DTSTART:tomorrow')],
    ['a rule that is none', event('UID:bad', 'RRULE:FREQ=SOMETIMES')],
  ])('says of %s that it could not be read', (_, bad) => {
    const { invitations, refused } = calendar(event('UID:a'), bad, event('UID:z'));
    expect(invitations.map(({ uid }) => uid)).toEqual(['a', 'z']);
    expect(refused).toEqual([
      expect.stringMatching(/^The event in line 8 was left out: it could not be read \(.+\)\.$/),
    ]);
  });

  it('whose time zone is not well is read all the same', () => {
    const { invitations, refused } = calendar('BEGIN:VTIMEZONE', 'no line', 'END:VTIMEZONE', event());
    expect(invitations).toHaveLength(1);
    expect(refused).toEqual([
      expect.stringMatching(/^A time zone of this file could not be read, so its times may be off: .+\.$/),
    ]);
  });

  it('with a mark of its encoding, other line ends and folded lines is as well as any', () => {
    const text = file(event('UID:folded-', ' line', 'SUMMARY:x'));
    for (const given of [
      `\uFEFF${text}`,
      text.replaceAll('\r\n', '\n'),
      text.replaceAll('\r\n', '\r'),
      text.toLowerCase().replaceAll('folded-', 'folded-'),
    ]) {
      const result = read(given);
      expect(result.ok && result.calendar.invitations.map(({ uid }) => uid)).toEqual(['folded-line']);
      expect(result.ok && result.calendar.refused).toEqual([]);
    }
  });

  it('with alarms and tasks in it has its events', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'ACTION:DISPLAY', 'DESCRIPTION:x', 'END:VALARM'];
    const task = ['BEGIN:VTODO', 'UID:t', 'DTSTART:20261103T090000Z', 'END:VTODO'];
    expect(startsOf(event('UID:a', ...alarm), ...task, event('UID:b'))).toHaveLength(2);
  });

  it('law: whatever stands in it, it is read or refused in words', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'UID:a',
        'BEGIN:VALARM',
        'END:VALARM',
      ),
      fc.constantFrom('DTSTART:20261103T090000Z', 'DTSTART;TZID=Nowhere:20261103T090000', 'DTEND:2026', 'EXDATE:x'),
      fc.constantFrom(
        'RRULE:FREQ=WEEKLY',
        'RRULE:FREQ=DAILY;COUNT=3',
        'RRULE:',
        'SEQUENCE:x',
        'ORGANIZER:',
        'ATTENDEE;:x',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const result = read(file(event('UID:kept'), ...lines));
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        expect(result.calendar.invitations[0]?.uid).toBe('kept');
        for (const sentence of result.calendar.refused) expect(sentence).toMatch(/^(The event|A time zone) .+\.$/s);
      }),
    );
  });
});
