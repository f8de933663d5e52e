import type { Page } from '@/lib/helpdesks/adapter';

/** What `<meta name="noclaims" content="1; base=/desk; history=/desk/api/history">` says, by its words. */
export function declaration({ document }: Page): ReadonlyMap<string, string> | undefined {
  const content = document.querySelector('head > meta[name="noclaims"]')?.getAttribute('content') ?? '';
  const [version, ...parts] = content.split(';').map((part) => part.trim());
  if (version !== '1') return undefined;
  return new Map(
    parts.map((part) => {
      const [name = ''] = part.split('=', 1);
      return [name.trim(), part.slice(name.length + 1).trim()];
    }),
  );
}

export const isSignedOut = (page: Page): boolean => declaration(page)?.has('signed-out') ?? true;

/** '' at the root of the host, and where what is declared is no path. */
export function basePathOf(page: Page): string {
  const base = declaration(page)?.get('base')?.replace(/\/+$/, '') ?? '';
  return /^(\/[^/?#\s]+)+$/.test(base) ? base : '';
}

/** An address that the page declares, if it stays on the page's own origin. */
export function addressOf(page: Page, name: 'history' | 'compose'): URL | undefined {
  const path = declaration(page)?.get(name);
  if (!path?.startsWith('/')) return undefined;
  const address = new URL(path, page.url);
  return address.origin === page.url.origin ? address : undefined;
}
