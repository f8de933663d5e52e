import { describe, expect, it } from 'vitest';

import { HELP, optionsOf } from '../../../scripts/evaluate/options.ts';

const GIVEN = ['h.csv', '--period', 'week', '--origins', '4,6'];

describe('what is asked for', () => {
  it('is read from the command line', () => {
    expect(
      optionsOf(['a.csv', 'b.csv', 'a.csv', '--period', 'month', '--origins', '8, 4,8', '--horizon', '3', '--json']),
    ).toEqual({
      files: ['a.csv', 'b.csv'],
      period: 'month',
      origins: [4, 8],
      horizon: 3,
      json: true,
      joined: false,
    });
    expect(optionsOf([...GIVEN, '--joined'])).toMatchObject({ horizon: 1, json: false, joined: true });
  });

  it('may be help, which names every option', () => {
    expect(optionsOf(['-h'])).toBeUndefined();
    for (const option of [
      '--period',
      '--origins',
      '--horizon',
      '--joined',
      '--json',
      'customer,period,count',
      '30.4375',
    ])
      expect(HELP).toContain(option);
  });

  it.each([
    [['--period', 'week', '--origins', '4'], 'Name a CSV file; --help says what it holds.'],
    [['h.csv', '--origins', '4'], 'Say how long a period is: --period day, week, month or year.'],
    [
      ['h.csv', '--period', 'fortnight', '--origins', '4'],
      'Say how long a period is: --period day, week, month or year.',
    ],
    [['h.csv', '--period', 'week'], '--origins takes whole numbers from 1 to 40000, not "": --origins 4,6,8,10.'],
    [
      ['h.csv', '--period', 'week', '--origins', '4,0'],
      '--origins takes whole numbers from 1 to 40000, not "0": --origins 4,6,8,10.',
    ],
    [
      ['h.csv', '--period', 'week', '--origins', '40001'],
      '--origins takes whole numbers from 1 to 40000, not "40001": --origins 4,6,8,10.',
    ],
    [[...GIVEN, '--horizon', '1.5'], '--horizon takes whole numbers from 1 to 40000, not "1.5": --horizon 2.'],
    [[...GIVEN, '--horizont', '2'], "Unknown option '--horizont'"],
  ])('%j is refused', (args, why) => {
    expect(() => optionsOf(args)).toThrow(why);
  });
});
