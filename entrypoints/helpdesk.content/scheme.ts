/** Dark or light as the helpdesk shows itself, whatever the system prefers: by the first opaque ground behind an element. */
export function schemeAt(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const channels = getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number);
    if (!channels) continue;
    const [red = 255, green = 255, blue = 255, alpha = 1] = channels;
    if (alpha >= 0.9) return luminance(red, green, blue) < 0.4 ? 'dark' : 'light';
  }
  return 'light';
}

const luminance = (red: number, green: number, blue: number): number => (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;

/** Looks again when the page changes its theme. */
export function onTheme(signal: AbortSignal, changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style', 'data-bs-theme', 'data-theme'] });
  if (document.body) observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
