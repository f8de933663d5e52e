// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { adapters } from '@/lib/helpdesks';
import { checkObservation } from '@/lib/observation';

import { adaptersWithPages, storedNames, storedPage, textOf } from './stored';

describe('the registry', () => {
  it('has stored pages for every adapter, and none for others', () => {
    expect(adaptersWithPages()).toEqual(adapters.map(({ id }) => id).toSorted());
  });

  it('is what docs/ADAPTERS.md lists', () => {
    const rows = readFileSync('docs/ADAPTERS.md', 'utf8').matchAll(/^\| `([a-z0-9-]+)` +\|/gm);
    expect(Array.from(rows, ([, id]) => id).toSorted()).toEqual(adapters.map(({ id }) => id).toSorted());
  });
});

describe.each(adapters)('$id', (adapter) => {
  const names = storedNames(adapter.id);

  it('has pages to prove itself on', () => {
    expect(names.length).toBeGreaterThanOrEqual(10);
  });

  describe.each(names)('%s', (name) => {
    const { page, expected } = storedPage(adapter.id, name);

    it('is recognised by whom it should be, and by nobody else', () => {
      expect(adapters.filter((other) => other.recognises(page)).map(({ id }) => id)).toEqual(
        expected.recognisedBy ? [expected.recognisedBy] : [],
      );
      expect(adapter.basePath(page)).toBe(expected.basePath);
    });

    it('is read', () => {
      expect(adapter.read(page)).toEqual(expected.reading);
    });

    it('has a place for the badge', () => {
      expect(textOf(adapter.badgeAnchor(page))).toBe(expected.badgeAfter);
    });

    it('has its rows marked where they show whom they are about', () => {
      const rows = adapter.rows(page).map(({ anchor, ...row }) => ({ ...row, after: textOf(anchor) }));
      expect(rows).toEqual(expected.rows ?? []);
    });

    it('says only what the border lets pass', () => {
      const reading = adapter.read(page);
      if (reading.kind !== 'ticket') return;
      expect(checkObservation(reading.observation)).toMatchObject({ ok: true, value: { refused: [] } });
    });

    it('is watched in an element of its own', () => {
      expect(page.document.contains(adapter.pane(page))).toBe(true);
    });
  });
});
