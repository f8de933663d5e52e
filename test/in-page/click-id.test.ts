import { describe, expect, it } from 'vitest';

import { clickId } from '@/entrypoints/helpdesk.content/click-id';

describe('the id of a click', () => {
  const ids = Array.from({ length: 500 }, clickId);

  it('is a version 4 UUID', () => {
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('is never the same', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});
