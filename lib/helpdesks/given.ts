/** The record without what was not read. */
export function given<T extends object>(record: T): { [Fact in keyof T]?: Exclude<T[Fact], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Fact in keyof T]?: Exclude<T[Fact], undefined> };
}
