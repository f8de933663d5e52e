import type { HelpdeskAdapter } from '@/lib/helpdesks/adapter';
import type { Letter } from '@/lib/observation';

/** By a link in the page: opened from elsewhere, a filled form counts as a forged request in some helpdesks. */
export function compose(adapter: HelpdeskAdapter, letter: Letter, inNewTab: boolean): void {
  const href = adapter.compose?.({ url: new URL(location.href), document }, letter);
  if (!href) return;
  const link = document.createElement('a');
  link.href = href;
  if (inNewTab && link.protocol.startsWith('http')) link.target = '_blank';
  document.body.append(link);
  link.click();
  link.remove();
}
