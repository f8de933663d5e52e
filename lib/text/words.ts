import { en } from './catalogue/en';

/**
 * How to say something:
 *
 *     const words = wordsFor(browser.i18n.getUILanguage());
 *     t(words, 'popup.alerts', { count: 3 })      // '3 alerts today'
 *     t(words, 'popup.title')                     // no placeholders, no second argument
 *
 * A message is a string with `{placeholders}`, or plural forms (`one`, `other`, …) chosen by the parameter `count`:
 *
 *     'popup.alerts': { one: '{count} alert today', other: '{count} alerts today' },
 *
 * Numbers are written as the language writes them; what needs a unit (money, %, a date) is made by `./formats` first
 * and handed in as text. Parameters are checked by the compiler against the English message.
 */

/** Plural forms by CLDR category; `other` is always there. */
export type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };
export type Message = string | Forms;

type Model = typeof en;
export type MessageKey = keyof Model;

/** Every language: the same keys as English, plural where English is plural. */
export type Catalogue = { readonly [Key in MessageKey]: Model[Key] extends string ? string : Forms };

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
type Names<Of> = Of extends string ? Placeholder<Of> : Placeholder<Of[keyof Of]>;
type Parameters<Of> = Of extends string
  ? { readonly [Name in Names<Of>]: string | number }
  : { readonly [Name in Exclude<Names<Of>, 'count'>]: string | number } & { readonly count: number };

/** The second argument of `t` for a key: none where the message has no placeholders. */
export type ParametersOf<Key extends MessageKey> = keyof Parameters<Model[Key]> extends never
  ? []
  : [parameters: Parameters<Model[Key]>];

/** A language to speak in: its messages, and the locale for `Intl`. */
export interface Words {
  readonly locale: string;
  readonly catalogue: Catalogue;
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

/** By base language. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = { en };

/** Where English stands in, or no country is named, dates are written day first. */
const PLAIN_ENGLISH = 'en-GB';

/** The words of a language tag such as `de-AT`; English for a language that we do not speak. */
export function wordsFor(language: string): Words {
  const tag = language.replaceAll('_', '-');
  const spoken = CATALOGUES[tag.toLowerCase().split('-')[0] ?? ''];
  const [known] = Intl.NumberFormat.supportedLocalesOf(spoken ? tag : []);
  const locale = known === undefined || known === 'en' ? PLAIN_ENGLISH : known;
  return {
    locale,
    catalogue: spoken ?? en,
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
  };
}

/** The message of a key with its placeholders filled. */
export function t<Key extends MessageKey>(words: Words, key: Key, ...[parameters]: ParametersOf<Key>): string {
  const values: Readonly<Record<string, string | number>> = parameters ?? {};
  return formOf(words, words.catalogue[key], values['count']).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${key} lacks ${whole}`);
    return typeof value === 'number' ? words.number.format(value).replace('-', '−') : value;
  });
}

function formOf({ plural }: Words, message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  return message[plural.select(Number(count))] ?? message.other;
}
