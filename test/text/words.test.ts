import { describe, expect, it } from 'vitest';

import { t, wordsFor } from '@/lib/text/words';

import { words } from './given';

describe('a message', () => {
  it('fills its placeholders', () => {
    expect(t(words, 'badge.load', { load: 4, max: 3 })).toBe('4 of 3');
  });

  it('chooses the plural form by its count, and writes the number', () => {
    expect(t(words, 'contacts', { count: 1 })).toBe('1 contact');
    expect(t(words, 'contacts', { count: 0 })).toBe('0 contacts');
    expect(t(words, 'contacts', { count: 1234 })).toBe('1,234 contacts');
  });

  it('never puts what is filled in through the placeholders again', () => {
    expect(t(words, 'badge.load', { load: '{max}', max: 3 })).toBe('{max} of 3');
  });

  it('is checked by the compiler, and at the last moment', () => {
    // @ts-expect-error no such message
    expect(() => t(words, 'no.such.message')).toThrow();
    // @ts-expect-error a placeholder is missing
    expect(() => t(words, 'badge.load', { load: 4 })).toThrow('badge.load lacks {max}');
    // @ts-expect-error no placeholders at all
    expect(() => t(words, 'contacts')).toThrow(RangeError);
    // @ts-expect-error one too many
    expect(t(words, 'level.calm', { load: 4 })).toBe('Calm');
  });
});

describe('a language', () => {
  it.each([
    ['en', 'en-GB'],
    ['en-US', 'en-US'],
    ['en_AU', 'en-AU'],
    ['fi', 'en-GB'],
    ['', 'en-GB'],
  ])('%j speaks as %s', (tag, locale) => {
    expect(wordsFor(tag).locale).toBe(locale);
  });
});
