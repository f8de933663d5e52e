/** Letters that do not fall apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'a', œ: 'o', ı: 'i' };

/** Words that many names have. */
const COMMON = new Set('van von der den de da di del dos la le el al bin ibn dr mr mrs ms prof frau herr'.split(' '));

/** Several clearly different names on one address (docs/SCORING.md §5): no single person is to be judged by it. */
export function looksShared(names: readonly string[]): boolean {
  const people = names.map(wordsOf).filter(({ length }) => length > 1);
  return people.some((one, index) => people.slice(index + 1).some((other) => !mayBeOne(one, other)));
}

/** *Müller*, *Mueller* and *MULLER* are one word. One word alone is a login or a first name, and says nothing. */
function wordsOf(name: string): string[] {
  if (name.includes('@')) return [];
  const plain = name
    .toLowerCase()
    .replaceAll(/[ßøłđæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([aou])e/g, '$1');
  return plain.split(/[^\p{L}]+/u).filter((word) => word && !COMMON.has(word));
}

/** A word in common (a marriage changes one, not both), or all initials fit. */
function mayBeOne(one: readonly string[], other: readonly string[]): boolean {
  if (one.some((word) => word.length > 1 && other.includes(word))) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.some((full) => isShortFor(word, full)));
}

const isShortFor = (word: string, full: string): boolean =>
  (word.length === 1 && full.startsWith(word)) || (full.length === 1 && word.startsWith(full));
