import { type ComponentChildren, render } from 'preact';

import { PageWords } from '@/components/page-words';
import { words } from '@/entrypoints/background/language';

/** Puts a page of ours into its document, in the browser's language. */
export function startPage(page: ComponentChildren): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('the page has no place for its content');
  document.documentElement.lang = words.locale;
  render(<PageWords.Provider value={words}>{page}</PageWords.Provider>, root);
}
