import { beforeEach, expect, it } from 'vitest';

import { turn, turnOver } from '@/entrypoints/background/turns';

let origin = '';
let named = 0;
beforeEach(() => {
  origin = `https://desk${(named += 1)}.acme.org`;
});

const ask = (now: number, urgent = false): boolean => turn(origin, { urgent }, now).waitMs === 0;

it('lets one history be read at a time, and one a second', () => {
  expect(ask(0)).toBe(true);
  expect(ask(500)).toBe(false);
  turnOver(origin, { status: 200 }, 600);
  expect(ask(700)).toBe(false);
  expect(ask(1000)).toBe(true);
});

it('lets the ticket that is looked at go first, up to five at once', () => {
  expect(ask(0)).toBe(true);
  expect([1, 2, 3, 4, 5, 6].map(() => ask(10, true))).toEqual([true, true, true, true, false, false]);
  turnOver(origin, { status: 200 }, 20);
  expect(ask(30, true)).toBe(true);
});

it('forgets a request that never came back', () => {
  expect(ask(0)).toBe(true);
  expect(ask(29_000)).toBe(false);
  expect(ask(31_000)).toBe(true);
});

it('waits as long as the helpdesk asks, and a quarter of an hour after being sent away twice', () => {
  expect(ask(0)).toBe(true);
  turnOver(origin, { status: 429, retryAfterMs: 5000 }, 0);
  expect(turn(origin, { urgent: true }, 1000)).toEqual({ waitMs: 4000 });
  expect(ask(5000)).toBe(true);
  turnOver(origin, { status: 429 }, 5000);
  expect(turn(origin, { urgent: true }, 5000)).toEqual({ waitMs: 15 * 60_000 });
});

it('keeps helpdesks apart', () => {
  expect(ask(0)).toBe(true);
  expect(turn('https://another.acme.org', { urgent: false }, 0)).toEqual({ waitMs: 0 });
});
