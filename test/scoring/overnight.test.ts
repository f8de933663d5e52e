import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assess, type Circumstances } from '@/lib/scoring/assess';
import { type Contact, DAY } from '@/lib/scoring/contact';
import { firstFit, type Fit } from '@/lib/scoring/fit';
import { mayRest, standsStill } from '@/lib/scoring/overnight';
import type { Standing } from '@/lib/scoring/standing';
import { advance, tallyOf, type Tally } from '@/lib/scoring/tally';

import { at, contact, days, rules } from './given';

const NOON = at('2026-11-25 12:00');
const before = (count: number): Contact => contact(NOON - days(count));
const FIT = firstFit({ estimate: 3, rateLimit: null });

const circumstances = (tally: Tally, now: number, more: Partial<Circumstances> = {}): Circumstances => ({
  now,
  rules: rules(),
  fit: FIT,
  exposure: tally.firstAt === undefined ? [] : [{ from: tally.firstAt, to: now }],
  occasion: 'nightly',
  thanksEveryDays: 90,
  openTickets: 0,
  person: {},
  ...more,
});

interface Known {
  readonly tally: Tally;
  readonly standing: Standing;
}

/** Assessed at noon; `c0` has its night on the day after, and every seventh from there. */
function known(contacts: readonly Contact[], more: Partial<Circumstances> = {}, subject = 'c0'): Known {
  const { tally } = tallyOf(subject, { past: [], contacts }, rules(), NOON);
  return { tally, standing: assess(tally, circumstances(tally, NOON, more)) };
}

const still = ({ tally, standing }: Known, later: number, more: Partial<Circumstances> = {}): boolean =>
  standsStill(tally, standing, circumstances(tally, NOON + days(later), more));

const rests = ({ tally, standing }: Known, later: number, fit = FIT): boolean =>
  mayRest(tally, standing, { now: NOON + days(later), fit });

/** The first night from now on in which the customer is looked at. */
const ownNight = (one: Known): number => [1, 2, 3, 4, 5, 6, 7].find((night) => !rests(one, night)) ?? Number.NaN;

const quiet = [before(700), before(300)];
const frequent = [400, 200, 100, 60, 50, 40, 30, 20, 10, 5].map(before);

describe('a night', () => {
  it('has nothing to say the day after', () => {
    expect(still(known(quiet), 1)).toBe(true);
    expect(still(known(frequent), 1)).toBe(true);
    expect(still(known([]), 1)).toBe(true);
  });

  it('speaks of what fell due', () => {
    const { tally, standing } = known(quiet);
    const [due, notYet] = [0, 1].map((ms) => ({ tally: { ...tally, nextAt: NOON + days(1) + ms }, standing }));
    expect([still(due!, 1), rests(due!, 1)]).toEqual([false, false]);
    expect([still(notYet!, 1), rests(notYet!, 1)]).toEqual([true, true]);
  });

  it('speaks of a contact, or of time passed, that nobody has assessed', () => {
    const { tally, standing } = known(quiet);
    expect(still({ tally: { ...tally, through: NOON }, standing }, 1)).toBe(true);
    expect(still({ tally: { ...tally, through: NOON + 1 }, standing }, 1)).toBe(false);
  });

  it('speaks of everybody once in 90 days', () => {
    const { tally, standing } = known([before(2000)]);
    const { nextAt: _, ...undue } = tally;
    expect(still({ tally: undue, standing }, 90)).toBe(true);
    expect(standsStill(undue, standing, circumstances(undue, NOON + days(90) + 1))).toBe(false);
    expect(rests({ tally: undue, standing }, 90)).toBe(true);
    expect(mayRest(undue, standing, { now: NOON + days(90) + 1, fit: FIT })).toBe(false);
  });

  it.each([
    { what: 'limit', near: { limit: FIT.limit * 1.09 }, far: { limit: FIT.limit * 1.11 } },
    { what: 'limit, downwards', near: { limit: FIT.limit * 0.91 }, far: { limit: FIT.limit * 0.89 } },
    { what: 'average', near: { mean: FIT.mean * 1.09 }, far: { mean: FIT.mean * 1.11 } },
  ] satisfies { what: string; near: Partial<Fit>; far: Partial<Fit> }[])(
    'speaks of everybody when the $what moved by a tenth',
    ({ near, far }) => {
      expect(rests(known(quiet), 1, { ...FIT, ...near })).toBe(true);
      expect(rests(known(quiet), 1, { ...FIT, ...far })).toBe(false);
      expect(still(known(quiet), 1, { fit: { ...FIT, ...far } })).toBe(false);
    },
  );

  it.each([
    ['a0', 4],
    ['a1', 3],
    ['b0', 2],
    ['org:x7', 7],
  ])('looks once a week at whoever is far from every limit: at %s on day %i', (subject, day) => {
    const one = known(quiet, {}, subject);
    expect([ownNight(one), rests(one, day + 6), rests(one, day + 7)]).toEqual([day, true, false]);
  });

  it.each([
    { what: 'calm, and hardly above the limit', change: { level: 'calm', above: 0.059 }, night: 4 },
    { what: 'calm, and perhaps above the limit', change: { level: 'calm', above: 0.06 }, night: 1 },
    { what: 'on watch', change: { level: 'watch', above: 0.01 }, night: 1 },
    { what: 'expensive', change: { level: 'expensive', above: 0.01 }, night: 1 },
    { what: 'not scored', change: { level: 'unscored', above: 0.9 }, night: 4 },
  ] as const)('is on day $night where somebody is $what', ({ change: { level, above }, night }) => {
    const { tally, standing } = known(quiet, {}, 'a0');
    const rate = { ...standing.rate, aboveLimit: above };
    expect(ownNight({ tally, standing: { ...standing, level, rate } })).toBe(night);
  });

  it('looks every night at whoever is near a limit, and at the new', () => {
    for (const contacts of [frequent, [before(20), before(10)]]) {
      expect(ownNight(known(contacts))).toBe(1);
    }
  });

  it('leaves those alone who never came, but for their night', () => {
    expect(known([]).standing.level).toBe('new');
    expect(ownNight(known([], {}, 'a0'))).toBe(ownNight(known(quiet, {}, 'a0')));
  });

  it('looks once a week at whoever is not scored, and then at whether that is still so', () => {
    const exempt = known(frequent, { person: { exempt: true } });
    const night = ownNight(exempt);
    expect(still(exempt, night, { person: { exempt: true } })).toBe(true);
    expect(still(exempt, night, { person: {} })).toBe(false);
    expect(still(known(frequent), night, { person: { exempt: true } })).toBe(false);
  });

  it('keeps a mailbox that writes more than anybody could', () => {
    const mailbox = known(Array.from({ length: 1200 }, (_, index) => before(1 + index / 3)));
    expect(mailbox.standing).toMatchObject({ unscored: 'shared-mailbox', level: 'unscored' });
    const { nextAt: _, ...undue } = mailbox.tally;
    expect(still({ ...mailbox, tally: undue }, 7)).toBe(true);
  });

  const changed = (one: Known, change: Partial<Standing>): boolean =>
    still({ ...one, standing: { ...one.standing, ...change } }, ownNight(one));

  it('speaks of a level that falls, and of one that may not fall yet not', () => {
    const one = known(quiet);
    expect(changed(one, { level: 'watch', levelSince: NOON })).toBe(false);
    const { tally, standing } = one;
    const watched = { tally, standing: { ...standing, level: 'watch' as const, levelSince: NOON } };
    expect(still(watched, 6)).toBe(true);
    expect(still(watched, 7)).toBe(false);
  });

  it('speaks of a level that rises', () => {
    expect(changed(known(frequent), { level: 'calm' })).toBe(false);
  });

  it('speaks of a suggestion that is another, or none, or far from where it stood', () => {
    const one = known([before(1000)]);
    expect(one.standing).toMatchObject({ suggestion: 'thank', loved: true });
    expect(changed(one, {})).toBe(true);
    expect(changed(one, { suggestion: 'call' })).toBe(false);
    expect(changed(one, { loved: false })).toBe(false);
    expect(changed(one, { rank: 2 * (one.standing.rank ?? 0) })).toBe(false);
    const { suggestion: _, rank: __, ...none } = one.standing;
    expect(still({ ...one, standing: none }, ownNight(one))).toBe(false);
  });

  it('speaks of a mean that moved by more than a tenth', () => {
    const one = known(quiet);
    const mean = (factor: number) => ({ rate: { ...one.standing.rate, mean: one.standing.rate.mean * factor } });
    expect(changed(one, mean(1.08))).toBe(true);
    expect(changed(one, mean(0.92))).toBe(true);
    expect(changed(one, mean(1.15))).toBe(false);
    expect(changed(one, mean(0.85))).toBe(false);
  });

  const margin = { minor: 1000, currency: 'EUR', lossMaking: false, decile: 5 };
  const conference = { weekly: true, minutesAWeek: 60, standIn: false };
  it.each([
    { what: 'a margin that is known now', was: {}, is: { margin } },
    { what: 'a margin that moved', was: { margin }, is: { margin: { ...margin, minor: 1101 } } },
    { what: 'a loss', was: { margin }, is: { margin: { ...margin, lossMaking: true } } },
    { what: 'another decile', was: { margin }, is: { margin: { ...margin, decile: 6 } } },
    { what: 'weekly conferences', was: {}, is: { conference } },
    { what: 'their end', was: { conference }, is: { conference: { ...conference, weekly: false } } },
    { what: 'somebody who could stand in', was: { conference }, is: { conference: { ...conference, standIn: true } } },
  ] satisfies { what: string; was: Partial<Circumstances>; is: Partial<Circumstances> }[])(
    'speaks of $what',
    ({ was, is }) => {
      expect(still(known(quiet, was), 1, was)).toBe(true);
      expect(still(known(quiet, was), 1, is)).toBe(false);
    },
  );

  it('lets a margin move a little', () => {
    expect(still(known(quiet, { margin }), 1, { margin: { ...margin, minor: 1099 } })).toBe(true);
  });

  it('looks every night at whoever has a margin or conferences', () => {
    for (const was of [{ margin }, { conference }]) expect(ownNight(known(quiet, was))).toBe(1);
  });
});

describe('where a night says nothing', () => {
  const history = fc.array(fc.double({ min: 0.1, max: 900, noNaN: true }), { maxLength: 12 });
  const facts = ({ level, flags, suggestion, loved, unscored }: Standing) => ({
    level,
    flags,
    suggestion,
    loved,
    unscored,
  });

  /** The standing of the night before, and what an assessment would say tonight. */
  function tonight(ages: readonly number[], later: number) {
    const one = known(ages.map(before));
    const now = NOON + later * DAY;
    const is = standsStill(one.tally, one.standing, circumstances(one.tally, now));
    const resting = mayRest(one.tally, one.standing, { now, fit: FIT });
    const { tally } = advance(one.tally, rules(), now);
    const previous = { level: one.standing.level, levelSince: one.standing.levelSince };
    return { still: is, resting, stands: one.standing, new: assess(tally, circumstances(tally, now, { previous })) };
  }

  it('level and flags are those of an assessment', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 }), (ages, later) => {
        const night = tonight(ages, later);
        fc.pre(night.still || night.resting);
        expect(night.new).toMatchObject({ level: night.stands.level, flags: night.stands.flags });
      }),
    );
  });

  it('so is all that is listed, for those who were looked at', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 }), (ages, later) => {
        const night = tonight(ages, later);
        fc.pre(night.still);
        expect(facts(night.new)).toEqual(facts(night.stands));
        expect(Math.abs(night.new.rate.mean / night.stands.rate.mean - 1)).toBeLessThanOrEqual(0.1);
      }),
    );
  });
});
