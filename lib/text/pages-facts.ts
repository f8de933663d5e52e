import { en } from './catalogue/en';
import { t, type Words } from './words';

type FactKey = Extract<keyof typeof en, `fact.${string}`>;

const isFact = (key: string): key is FactKey => Object.hasOwn(en, key);

/** What a helpdesk's page should have said, in words; an adapter's own word where none is known. */
export function factName(words: Words, fact: string): string {
  const key = `fact.${fact}`;
  return isFact(key) ? t(words, key) : fact;
}
