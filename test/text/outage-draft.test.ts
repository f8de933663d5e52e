import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Outage } from '@/lib/scoring/outage';
import {
  NEW_OUTAGE,
  type OutageDraft,
  outageDraftOf,
  outageOf,
  outageView,
  severalIn,
  takesSaid,
} from '@/lib/text/outage-draft';

import { clock, words } from './given';

const { zone } = clock;

describe('an outage as it is written', () => {
  const read = (change: Partial<OutageDraft>) =>
    outageOf({ ...NEW_OUTAGE, name: 'Mail', from: '2026-05-03T09:00', ...change }, { id: 'o1', zone, words });

  it('is read by the clock on the wall', () => {
    expect(read({ to: '2026-05-03T11:30', sourceId: 's1', queues: ' Mail, Support,Mail', tags: 'slow' })).toEqual({
      ok: true,
      outage: {
        id: 'o1',
        name: 'Mail',
        from: Date.parse('2026-05-03T09:00+02:00'),
        to: Date.parse('2026-05-03T11:30+02:00'),
        sourceId: 's1',
        queues: ['Mail', 'Support'],
        tags: ['slow'],
      },
    });
  });

  it('may still go on, everywhere', () => {
    expect(read({ name: '  Mail ' })).toEqual({
      ok: true,
      outage: { id: 'o1', name: 'Mail', from: Date.parse('2026-05-03T09:00+02:00') },
    });
  });

  it('comes back as it was', () => {
    const minute = fc.integer({ min: 20_000_000, max: 31_000_000 }).map((minutes) => minutes * 60_000);
    const some = fc.constantFrom(['Mail'], ['Mail', 'Support']);
    const outage = fc.record(
      {
        id: fc.constant('o1'),
        name: fc.constant('Mail'),
        from: minute,
        sourceId: fc.constant('s1'),
        queues: some,
        tags: some,
      },
      { requiredKeys: ['id', 'name', 'from'] },
    );
    fc.assert(
      fc.property(outage, fc.option(fc.integer({ min: 180, max: 9_999 }), { nil: undefined }), (one, minutes) => {
        const given: Outage = { ...one, ...(minutes !== undefined && { to: one.from + minutes * 60_000 }) };
        const back = outageOf(outageDraftOf(given, 'UTC'), { id: 'o1', zone: 'UTC', words });
        expect(back).toEqual({ ok: true, outage: given });
      }),
    );
  });

  it.each<[Partial<OutageDraft>, Record<string, RegExp>]>([
    [{ name: '  ' }, { name: /a name is needed/ }],
    [{ from: '' }, { from: /a day and a time/ }],
    [{ to: 'noon' }, { to: /a day and a time/ }],
    [{ to: '2026-05-03T09:00' }, { to: /ends before/ }],
    [
      { name: '', from: '', to: '2026-05-03T08:00' },
      { name: /./, from: /./ },
    ],
  ])('%o', (change, faults) => {
    const checked = read(change);
    expect(checked.ok ? {} : Object.fromEntries(checked.faults)).toEqual(
      Object.fromEntries(Object.entries(faults).map(([field, said]) => [field, expect.stringMatching(said)])),
    );
  });

  it('lists are divided by commas', () => expect(severalIn(' a,, b ,a')).toEqual(['a', 'b']));
});

describe('an outage in words', () => {
  const facts = { words, zone, deskName: (id: string) => (id === 's1' ? 'Harbour Desk' : undefined) };
  const outage = { id: 'o1', name: 'Mail', from: Date.parse('2026-05-03T07:00Z') };

  it.each([
    [{}, 'Since 3 May 2026, 09:00, and still going on', 'Everywhere'],
    [
      { to: Date.parse('2026-05-03T22:15Z'), sourceId: 's1', queues: ['Mail'], tags: ['slow', 'down'] },
      '3 May 2026, 09:00 to 4 May 2026, 00:15',
      'Harbour Desk, queue Mail, tags slow, down',
    ],
    [{ sourceId: 'gone' }, 'Since 3 May 2026, 09:00, and still going on', 'a helpdesk that is not on record'],
  ])('%o', (change, when, where) => {
    expect(outageView({ ...outage, ...change }, facts)).toEqual({ id: 'o1', name: 'Mail', when, where });
  });

  it('says what it takes out, some of them by name', () => {
    const taking = (...figures: number[]) =>
      takesSaid(
        {
          contacts: figures.reduce((sum, figure) => sum + figure, 0),
          customers: figures.map((contacts, index) => ({ name: `C${index}`, contacts })),
        },
        words,
      );
    expect(taking()).toBe('Nothing on record falls into this time.');
    expect(taking(1)).toBe('Takes out 1 contact of 1 customer: C0.');
    expect(taking(3, 1, 1, 1, 1)).toBe('Takes out 7 contacts of 5 customers: C0 (3), C1, C2, C3, C4.');
    expect(taking(3, 2, 1, 1, 1, 1, 1)).toBe(
      'Takes out 10 contacts of 7 customers: C0 (3), C1 (2), C2, C3, C4, 2 more.',
    );
  });
});
