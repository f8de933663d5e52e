/** Waits until `look` finds something, as a person would: by looking again. `patience` in ms. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string, patience = 15_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
