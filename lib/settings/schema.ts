import * as v from 'valibot';

import { BUSINESS_MODELS } from '@/lib/scoring/business-model';
import { KINDS } from '@/lib/scoring/contact';
import { LADDERS } from '@/lib/scoring/ladders/all';
import { COST_RATES, LIMIT_PRESETS } from '@/lib/scoring/rules';

import { currency, type Checked, zone } from './plain';
import { proposalRules } from './proposal-schema';

/** Every setting: its shape, its default, its check. The store keeps own values only. */

const kind = v.picklist(KINDS);
const weight = v.pipe(v.number(), v.minValue(0, 'zero or more'), v.maxValue(100, 'a hundred at most'));

const limitRule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens')),
  on: v.boolean(),
  kinds: v.exactOptional(v.pipe(v.array(kind), v.minLength(1, 'at least one kind of contact'), v.readonly())),
  weights: v.exactOptional(v.strictObject(v.entriesFromList(KINDS, v.exactOptional(weight)))),
  max: v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'zero or more'), v.maxValue(10_000)),
  includeProductFault: v.exactOptional(v.boolean()),
  scope: v.exactOptional(v.picklist(['customer', 'organisation'])),
  window: v.union([
    v.strictObject({
      days: v.pipe(v.number(), v.minValue(0.01, 'more than nothing'), v.maxValue(3650, 'ten years at most')),
    }),
    v.picklist(['contract', 'ever']),
  ]),
  release: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  cooldownDays: v.pipe(v.number(), v.minValue(0), v.maxValue(365)),
});

const minor = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

export const settingsSchema = {
  limits: v.pipe(
    v.array(limitRule),
    v.maxLength(20, 'twenty limits at most'),
    v.check((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'no two limits of one name'),
    v.readonly(),
  ),
  /** Loaded cost of an agent's minute and of any contact, minor units of `currency`. */
  minuteMinor: minor,
  contactMinor: minor,
  currency,
  /** IANA zone of anniversaries and months; null = this computer's. */
  zone: v.nullable(zone),
  /** The user's own estimate of contacts a year of an average customer (docs/SCORING.md §2.4). */
  estimate: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)),
  /** Contacts a year above which a customer calls too often; null = 90 % point of the prior. */
  rateLimit: v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(10_000))),
  /** Of those in force for all; a contract may name its own. */
  ladder: v.picklist(LADDERS.map(({ id }) => id)),
  retentionMonths: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(13, 'thirteen months at least, for a year to compare with'),
    v.maxValue(240),
  ),
  /** Days within which a reopening is our failed resolution, not a contact (docs/SCORING.md §1.1). */
  reopenDays: v.pipe(v.number(), v.minValue(0), v.maxValue(365)),
  /** Least days between two kind words to one customer. */
  thanksEveryDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)),
  notifications: v.boolean(),
  /** By which a cause is proposed where nobody has said one (docs/SCORING.md §4.3). */
  proposalRules,
  /** Whether expectations follow outages, seasons and growth of the portfolio; auto = from 100 customers on (§2.3). */
  index: v.picklist(['auto', 'on', 'off']),
  /** What the business lives from; null = nobody said (§3.2). */
  businessModel: v.nullable(v.picklist(BUSINESS_MODELS.map(({ id }) => id))),
  /** Whether licences are earned over their term, or on the day they are sold. */
  licences: v.picklist(['spread', 'at-once']),
  /** By currency: what one of it is worth in `currency`, by hand. */
  currencyRates: v.pipe(v.record(currency, v.pipe(v.number(), v.minValue(1e-9), v.maxValue(1e9))), v.readonly()),
} as const;

export type Settings = { readonly [Key in keyof typeof settingsSchema]: v.InferOutput<(typeof settingsSchema)[Key]> };
export type SettingKey = keyof Settings;

/** The schemas, each tied to the type of its own setting. */
const checks: { readonly [Key in SettingKey]: v.GenericSchema<unknown, Settings[Key]> } = settingsSchema;

export const DEFAULTS: Settings = {
  limits: LIMIT_PRESETS,
  minuteMinor: COST_RATES.minuteMinor,
  contactMinor: COST_RATES.contactMinor,
  currency: COST_RATES.currency,
  zone: null,
  estimate: 4,
  rateLimit: null,
  ladder: 'article',
  retentionMonths: 25,
  reopenDays: 14,
  thanksEveryDays: 90,
  notifications: true,
  proposalRules: [],
  index: 'auto',
  businessModel: null,
  licences: 'spread',
  currencyRates: {},
};

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingsSchema, key);

/** The value if it is valid, else the first thing wrong with it in words. */
export function checkSetting<Key extends SettingKey>(key: Key, value: unknown): Checked<Settings[Key]> {
  const check: v.GenericSchema<unknown, Settings[Key]> = checks[key];
  const result = v.safeParse(check, value);
  return result.success ? { ok: true, value: result.output } : { ok: false, why: result.issues[0].message };
}

/** Own values laid over the defaults; an own value that is no longer valid gives way. */
export function withDefaults(own: Iterable<{ key: string; value: unknown }>): Settings {
  const valid = [...own].flatMap(({ key, value }) => {
    if (!isSettingKey(key)) return [];
    const result = checkSetting(key, value);
    return result.ok ? [[key, result.value] as const] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(valid) };
}
