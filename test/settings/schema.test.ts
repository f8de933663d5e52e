import { describe, expect, it } from 'vitest';

import { ARTICLE, SANE } from '@/lib/scoring/ladder';
import { tallyRules } from '@/lib/settings/rules';
import {
  checkSetting,
  DEFAULTS,
  isSettingKey,
  type SettingKey,
  settingsSchema,
  withDefaults,
} from '@/lib/settings/schema';

const limit = { id: 'mine', on: true, max: 3, window: { days: 7 }, release: 1, cooldownDays: 7 };

describe('a setting', () => {
  it.each(Object.keys(settingsSchema).filter(isSettingKey))('%s: its default passes its own check', (key) => {
    expect(checkSetting(key, DEFAULTS[key])).toEqual({ ok: true, value: DEFAULTS[key] });
  });

  it.each<[SettingKey, unknown]>([
    ['limits', [{ ...limit, weights: { conference: 3 }, kinds: ['call'] }]],
    ['limits', [{ ...limit, window: 'contract', max: 0 }]],
    ['limits', []],
    ['zone', 'Europe/Vienna'],
    ['rateLimit', 0.1],
    ['ladder', 'sane'],
  ])('%s takes %j', (key, value) => {
    expect(checkSetting(key, value)).toEqual({ ok: true, value });
  });

  it.each<[SettingKey, unknown]>([
    ['limits', [{ ...limit, max: 2.5 }]],
    ['limits', [{ ...limit, max: -1 }]],
    ['limits', [{ ...limit, window: { days: 0 } }]],
    ['limits', [{ ...limit, kinds: [] }]],
    ['limits', [{ ...limit, kinds: ['fax'] }]],
    ['limits', [{ ...limit, weights: { call: -1 } }]],
    ['limits', [{ ...limit, weights: { fax: 1 } }]],
    ['limits', [{ ...limit, colour: 'red' }]],
    ['limits', [limit, limit]],
    ['minuteMinor', 1.5],
    ['minuteMinor', Number.NaN],
    ['currency', 'eur'],
    ['zone', 'Middle/Earth'],
    ['estimate', 0],
    ['rateLimit', -1],
    ['ladder', 'steep'],
    ['retentionMonths', 12],
    ['reopenDays', -1],
    ['thanksEveryDays', 0],
    ['notifications', 'yes'],
  ])('%s refuses %j, in words', (key, value) => {
    expect(checkSetting(key, value)).toMatchObject({ ok: false, why: expect.stringMatching(/\w/) });
  });
});

describe('own values', () => {
  it('lie over the defaults', () => {
    expect(withDefaults([{ key: 'estimate', value: 9 }])).toEqual({ ...DEFAULTS, estimate: 9 });
  });

  it('that are no longer valid, or no longer known, give way', () => {
    expect(
      withDefaults([
        { key: 'estimate', value: 'many' },
        { key: 'constructor', value: 1 },
      ]),
    ).toEqual(DEFAULTS);
  });
});

describe('what the scoring is told', () => {
  it('leaves out limits that are off', () => {
    const limits = DEFAULTS.limits.map((rule) => ({ ...rule, on: rule.id === 'month' }));
    expect(tallyRules({ ...DEFAULTS, limits }, 'UTC').limits.map(({ id }) => id)).toEqual(['month']);
  });

  it('is the zone of this computer unless another is set', () => {
    expect(tallyRules(DEFAULTS, 'Asia/Tokyo').zone).toBe('Asia/Tokyo');
    expect(tallyRules({ ...DEFAULTS, zone: 'Europe/Vienna' }, 'Asia/Tokyo').zone).toBe('Europe/Vienna');
  });

  it('is the ladder that was chosen: the article’s until somebody chooses', () => {
    expect([tallyRules(DEFAULTS, 'UTC').ladder, tallyRules({ ...DEFAULTS, ladder: 'sane' }, 'UTC').ladder]).toEqual([
      ARTICLE,
      SANE,
    ]);
  });

  it('is the user’s own rates', () => {
    const { costs } = tallyRules({ ...DEFAULTS, minuteMinor: 150, contactMinor: 0, currency: 'CHF' }, 'UTC');
    expect(costs).toMatchObject({ minuteMinor: 150, contactMinor: 0, currency: 'CHF', defaultMinutes: { call: 9 } });
  });
});
