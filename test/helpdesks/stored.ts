import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Page, Reading } from '@/lib/helpdesks/adapter';
import type { PersonRef } from '@/lib/observation';

/** What must come out of a stored page. */
export interface Expected {
  readonly url: string;
  readonly basePath: string;
  /** Absent where no adapter may claim the page. */
  readonly recognisedBy?: string;
  readonly reading: Reading;
  /** Text of the element after which the badge goes. */
  readonly badgeAfter?: string;
  /** `after`: text of the element after which the row's mark goes. */
  readonly rows?: readonly { readonly ticketId: string; readonly requester?: PersonRef; readonly after: string }[];
}

const FOLDER = 'test/fixtures/helpdesks';

export const adaptersWithPages = (): string[] =>
  globSync(`${FOLDER}/*`)
    .map((path) => basename(path))
    .toSorted();

export const storedNames = (adapterId: string): string[] =>
  globSync(`${FOLDER}/${adapterId}/*.html`)
    .map((path) => basename(path, '.html'))
    .toSorted();

export function storedPage(adapterId: string, name: string): { readonly page: Page; readonly expected: Expected } {
  const path = `${FOLDER}/${adapterId}/${name}`;
  const expected = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Expected;
  return { expected, page: pageOf(readFileSync(`${path}.html`, 'utf8'), expected.url) };
}

export const pageOf = (html: string, url: string): Page => ({
  url: new URL(url),
  document: new DOMParser().parseFromString(html, 'text/html'),
});

export const textOf = (element: Element | undefined): string | undefined =>
  element?.textContent?.replaceAll(/\s+/g, ' ').trim();
