/** Nothing is believed of what a customer wrote, or of a tab that is kept alive behind the one looked at. */
export const seen = (root: ParentNode, mark: string): Element[] =>
  [...root.querySelectorAll(`[data-noclaims-${mark}]`)].filter(
    (element) => !element.closest('[data-noclaims-ignore], [hidden]'),
  );

/** What is marked in or on an element, but in no row of a list of other tickets. */
export const own = (root: Element, mark: string): Element[] => [
  ...(root.hasAttribute(`data-noclaims-${mark}`) ? [root] : []),
  ...seen(root, mark).filter((element) => {
    const row = element.closest('[data-noclaims-row]');
    return !row || row.contains(root);
  }),
];

export interface Facts {
  /** Undefined when the attribute is absent, and when it is there but not understood: then it is missing too. */
  read<T>(fact: string, parse: (text: string) => T | undefined): T | undefined;
  need<T>(fact: string, parse: (text: string) => T | undefined): T | undefined;
  readonly missing: string[];
}

export function factsOf(element: Element, missing: string[] = []): Facts {
  function read<T>(fact: string, parse: (text: string) => T | undefined): T | undefined {
    const text = element.getAttribute(`data-noclaims-${fact}`)?.trim();
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) missing.push(fact);
    return value;
  }
  function need<T>(fact: string, parse: (text: string) => T | undefined): T | undefined {
    if (!element.hasAttribute(`data-noclaims-${fact}`)) missing.push(fact);
    return read(fact, parse);
  }
  return { read, need, missing };
}

export const id = (text: string): string | undefined => (/^[^/\s]{1,200}$/.test(text) ? text : undefined);
export const word = (text: string): string => text.slice(0, 200);
export const textOrNone =
  (max: number) =>
  (text: string): string | null =>
    text.slice(0, max) || null;
export const list = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
export const oneOf =
  <T extends string>(words: readonly T[]) =>
  (text: string): T | undefined =>
    words.find((each) => each === text);
export const minutes = (text: string): number | undefined =>
  /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : undefined;

/** Only with its zone: a local time would move by hours with the reader's. */
export function instant(text: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return at >= 0 ? at : undefined;
}
