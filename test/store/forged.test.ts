import { describe, expect, it } from 'vitest';

import { ada, emptyRecord, everything, onlyCustomer, record, ticket } from './desk';

describe('forged and huge', () => {
  it('keeps a script in a name as the text it is', async () => {
    const db = await emptyRecord();
    const name = '<script>alert(1)</script>';
    await record(db, [ticket('1', { requesters: [{ ...ada, name }], subject: '<img src=x onerror=alert(1)>' })]);
    expect(await onlyCustomer(db)).toMatchObject({ name, terms: expect.arrayContaining(['script', 'alert']) });
  });

  it('bounds what a page can make of one person', async () => {
    const db = await emptyRecord();
    const tickets = Array.from({ length: 500 }, (_, index) =>
      ticket(String(index), { requesters: [{ ...ada, name: `${index} `.repeat(60).slice(0, 300) }] }),
    );
    await record(db, tickets);
    const { names, terms } = await onlyCustomer(db);
    expect(names).toHaveLength(5);
    expect(terms.length).toBeLessThanOrEqual(24);
    const before = await everything(db);
    await record(db, tickets);
    expect(await everything(db)).toEqual(before);
  });
});
