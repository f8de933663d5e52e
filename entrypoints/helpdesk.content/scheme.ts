/** Dark or light as the helpdesk shows itself, whatever the system prefers: by the first opaque ground behind an element. */
export function schemeAt(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(at)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [0, 0, 0, 0];
    if (alpha >= 0.9) return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 < 0.4 ? 'dark' : 'light';
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
}

/** Looks again when the page changes its theme. */
export function onTheme(signal: AbortSignal, changed: () => void): void {
  const observer = new MutationObserver(changed);
  const attributeFilter = ['class', 'style', 'data-bs-theme', 'data-theme'];
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributeFilter });
  signal.addEventListener('abort', () => observer.disconnect());
}
