import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Invitation, occurrencesOf, seriesOf } from '@/lib/scoring/invitation';

import { at, days } from './given';

const tuesday = at('2026-11-03 10:00');
const starts = [0, 1, 2, 3, 4, 5].map((week) => tuesday + days(7 * week));
const isOwn = (address: string) => address.endsWith('@vendor.test');
const us = { address: 'ada@vendor.test', accepted: true };
const them = { address: 'carl@customer.test', accepted: true };

const invitation = (more: Partial<Invitation> = {}): Invitation => ({
  uid: 'weekly@customer.test',
  sequence: 0,
  stampedAt: 0,
  cancelled: false,
  repeats: 'weekly',
  starts,
  minutes: 30,
  organiser: 'carl@customer.test',
  attendees: [us, them],
  ...more,
});
const instants = (...invitations: Invitation[]) => occurrencesOf(invitations, isOwn).map(({ contact }) => contact.at);

describe('the conferences of an invitation', () => {
  it('are contacts of the organiser, one for each date', () => {
    const [first, ...others] = occurrencesOf([invitation()], isOwn);
    expect(first).toEqual({
      contact: {
        id: 'ics/weekly%40customer.test/20261103T100000Z',
        at: tuesday,
        kind: 'conference',
        initiator: 'customer',
        cause: 'pending',
        length: 30,
        ownAttendees: 1,
      },
      organiser: 'carl@customer.test',
    });
    expect(others.map(({ contact }) => contact.at)).toEqual(starts.slice(1));
  });

  it('that does not repeat keeps its id when it is moved', () => {
    const { repeats: _, ...single } = invitation({ starts: [tuesday] });
    const moved = { ...single, starts: [tuesday + days(1)], sequence: 1 };
    const id = 'ics/weekly%40customer.test/once';
    expect(occurrencesOf([single], isOwn)).toMatchObject([{ contact: { id, at: tuesday } }]);
    expect(occurrencesOf([single, moved], isOwn)).toMatchObject([{ contact: { id, at: tuesday + days(1) } }]);
  });

  it('has an id even where the UID holds anything', () => {
    const [odd] = occurrencesOf([invitation({ uid: 'a/b \uD800' })], isOwn);
    expect(odd?.contact.id).toBe('ics/a%2Fb%20%EF%BF%BD/20261103T100000Z');
  });

  it('has no organiser where none is named', () => {
    const { organiser: _, ...unnamed } = invitation({ starts: [tuesday] });
    expect(occurrencesOf([unnamed], isOwn)[0]).not.toHaveProperty('organiser');
  });
});

describe('versions', () => {
  it('the higher SEQUENCE replaces, in whatever order they come', () => {
    const later = invitation({ sequence: 2, starts: [tuesday + days(1)], stampedAt: 5 });
    const earlier = invitation({ sequence: 1, stampedAt: 9 });
    expect(instants(later, earlier)).toEqual([tuesday + days(1)]);
    expect(instants(earlier, later)).toEqual([tuesday + days(1)]);
  });

  it('of equal ones the one written later, then the one read later', () => {
    const one = invitation({ starts: [tuesday] });
    const other = invitation({ starts: [tuesday + days(1)] });
    expect(instants({ ...one, stampedAt: 2 }, { ...other, stampedAt: 1 })).toEqual([tuesday]);
    expect(instants(one, other)).toEqual([tuesday + days(1)]);
  });

  it('a cancelled series is none, nor are its dates', () => {
    const cancelled = invitation({ cancelled: true, sequence: 1, starts: [] });
    const moved = invitation({ recurrenceAt: starts[2]!, starts: [starts[2]! + 1], sequence: 1 });
    expect(instants(invitation(), moved, cancelled)).toEqual([]);
    expect(instants(invitation({ sequence: 2 }), cancelled)).toEqual(starts);
  });

  it('other invitations are left alone', () => {
    const cancelled = invitation({ cancelled: true, sequence: 1 });
    expect(instants(cancelled, invitation({ uid: 'other', starts: [tuesday] }))).toEqual([tuesday]);
  });
});

describe('one date of a series', () => {
  const date = (more: Partial<Invitation>): Invitation => {
    const { repeats: _, ...single } = invitation({ recurrenceAt: starts[2]!, ...more });
    return single;
  };

  it('is moved, and keeps the id of when it would have been', () => {
    const moved = date({ starts: [starts[2]! + days(1)], minutes: 60 });
    const found = occurrencesOf([invitation(), moved], isOwn);
    expect(found.map(({ contact }) => contact.at)).toEqual(starts.with(2, starts[2]! + days(1)));
    expect(found[2]?.contact).toMatchObject({ id: 'ics/weekly%40customer.test/20261117T100000Z', length: 60 });
  });

  it('is cancelled', () => {
    expect(instants(invitation(), date({ cancelled: true, starts: [] }))).toEqual(starts.toSpliced(2, 1));
  });

  it('is what its newest version says', () => {
    const cancelled = date({ cancelled: true, starts: [], sequence: 1 });
    const again = date({ starts: [starts[2]! + 1], sequence: 2 });
    expect(instants(invitation(), again, cancelled)).toContain(starts[2]! + 1);
    expect(instants(invitation(), { ...again, sequence: 0 }, cancelled)).toEqual(starts.toSpliced(2, 1));
  });

  it('that was taken out of the series does not come back', () => {
    expect(instants(invitation({ starts: starts.toSpliced(2, 1) }), date({ starts: [starts[2]!] }))).toEqual(
      starts.toSpliced(2, 1),
    );
  });

  it('stands alone where we were asked to that one only', () => {
    expect(occurrencesOf([date({ starts: [starts[2]!] })], isOwn)).toMatchObject([
      { contact: { at: starts[2], id: 'ics/weekly%40customer.test/20261117T100000Z' } },
    ]);
  });
});

describe('what is no conference of a customer', () => {
  it.each<[string, Partial<Invitation>, number]>([
    ['we asked for it', { organiser: 'ada@vendor.test' }, 0],
    ['nobody of us accepted', { attendees: [{ ...us, accepted: false }, them] }, 0],
    [
      'one of two accepted',
      {
        attendees: [
          { ...us, accepted: false },
          { ...us, address: 'bo@vendor.test' },
        ],
      },
      6,
    ],
    ['nobody of us is named: it stands in our calendar', { attendees: [them] }, 6],
    ['it names nobody', { attendees: [] }, 6],
    ['it is shorter than a quarter of an hour', { minutes: 14 }, 0],
    ['it is a quarter of an hour', { minutes: 15 }, 6],
  ])('%s', (_, more, count) => {
    expect(instants(invitation(more))).toHaveLength(count);
  });

  it('counts those of us who accepted', () => {
    const attendees = [us, { ...us, address: 'bo@vendor.test' }, { address: 'cy@vendor.test', accepted: false }, them];
    expect(occurrencesOf([invitation({ attendees })], isOwn)[0]?.contact.ownAttendees).toBe(2);
    expect(occurrencesOf([invitation({ attendees: [] })], isOwn)[0]?.contact.ownAttendees).toBe(1);
  });
});

describe('a weekly series', () => {
  it('announces what it will take', () => {
    const attendees = [us, { ...us, address: 'bo@vendor.test' }, them];
    expect(seriesOf([invitation({ attendees })], isOwn)).toEqual([
      { starts, attendeeMinutes: 60, organiser: 'carl@customer.test' },
    ]);
  });

  it('is one by its rule, is ours if we asked for it, and is over when it is cancelled', () => {
    const { repeats: _, organiser: __, ...single } = invitation({ uid: 'single' });
    expect(seriesOf([single], isOwn)).toEqual([]);
    expect(seriesOf([invitation({ repeats: 'otherwise' })], isOwn)).toEqual([]);
    expect(seriesOf([invitation({ organiser: 'ada@vendor.test' })], isOwn)).toEqual([]);
    expect(seriesOf([invitation(), invitation({ cancelled: true, sequence: 1 })], isOwn)).toEqual([]);
    expect(seriesOf([{ ...single, repeats: 'weekly' }], isOwn)[0]).not.toHaveProperty('organiser');
  });

  it('takes what its last date takes, and keeps to itself', () => {
    const longer = invitation({ recurrenceAt: starts[0]!, starts: [starts[0]!], minutes: 90 });
    const other = invitation({ uid: 'other', minutes: 45, sequence: 3 });
    expect(seriesOf([invitation(), longer, other], isOwn).map(({ attendeeMinutes }) => attendeeMinutes)).toEqual([
      30, 45,
    ]);
    expect(seriesOf([longer], isOwn)).toEqual([]);
  });

  it('has the dates that are left of it', () => {
    const off = invitation({ recurrenceAt: starts[5]!, cancelled: true, starts: [] });
    expect(seriesOf([invitation(), off], isOwn)[0]?.starts).toEqual(starts.slice(0, 5));
  });
});

it('law: reading a file twice, or in another order of SEQUENCE, changes nothing', () => {
  const version = fc.record({
    sequence: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 5 }),
    moved: fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
    cancelled: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(version, ({ sequence, moved, cancelled }) => {
      const versions = sequence.map((number, index) =>
        invitation({ sequence: number, cancelled: cancelled[index]!, starts: starts.slice(moved[index]) }),
      );
      const once = occurrencesOf(versions, isOwn);
      expect(occurrencesOf([...versions, ...versions], isOwn)).toEqual(once);
      expect(occurrencesOf(versions.toReversed(), isOwn)).toEqual(once);
      expect(new Set(once.map(({ contact }) => contact.id)).size).toBe(once.length);
    }),
  );
});
