import { t, type Words } from './words';

/** A kind word, to be read over and sent by a person. */
export function thanksLetter(words: Words, name: string): { readonly subject: string; readonly body: string } {
  const first = firstNameOf(name);
  const greeting = first ? t(words, 'letter.greeting', { name: first }) : t(words, 'letter.greeting.plain');
  return { subject: t(words, 'letter.subject'), body: `${greeting}\n\n${t(words, 'letter.body')}` };
}

/** Undefined where what is written is no name, or is written the other way round. */
export function firstNameOf(name: string): string | undefined {
  if (/[,@]/.test(name)) return undefined;
  return /^\S{2,16}(?=\s|$)/u.exec(name.trim())?.[0];
}
