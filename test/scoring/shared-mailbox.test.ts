import { expect, it } from 'vitest';

import { looksShared } from '@/lib/scoring/shared-mailbox';

it.each([
  [['Jane Doe']],
  [['Jane Doe', 'Doe, Jane']],
  [['Jane Doe', 'J. Doe']],
  [['Jane Doe', 'J. D.']],
  [['Jane Doe', 'JANE M. DOE']],
  [['Jane Doe', 'Jane Smith']],
  [['Jürgen Müller', 'Juergen Mueller', 'MUELLER, JURGEN']],
  [['Søren Jørgensen', 'Soren Jorgensen']],
  [['Łukasz Żak', 'Lukasz Zak']],
  [['Jane Doe', 'jane.doe@acme.example']],
  [['Jane Doe', 'jdoe']],
  [['Dr. Jane Doe', 'Prof. Jane Doe']],
  [[]],
])('%j is one person', (names) => {
  expect(looksShared(names)).toBe(false);
});

it.each([
  [['Jane Doe', 'Bruno Costa']],
  [['Jane Doe', 'J. Doe', 'Bruno Costa']],
  [['Anna van Dijk', 'Piet van Houten']],
  [['Jane Doe', 'J. Costa']],
  [['Reception Desk', 'Maeve Gallagher']],
])('%j is a shared mailbox', (names) => {
  expect(looksShared(names)).toBe(true);
});
