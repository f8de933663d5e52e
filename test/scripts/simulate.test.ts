import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { HELP, wantedOf } from '../../scripts/simulate/options.ts';
import { TEXTBOOK } from '../../scripts/simulate/truth.ts';
import { command } from './command.ts';

it('writes what evaluate reads, and the truth beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
  const args = ['--customers', '60', '--seed', '4', '--mean', '8', '--organisation', '3', '--outages', '1'];
  const said = await command('simulate', [...args, '--out', 'p.csv'], folder);
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).toMatch(/^p\.csv: \d+ contacts of 60 customers; the truth is in p\.truth\.json\.\n$/);
  const { truth, customers, outages } = JSON.parse(readFileSync(join(folder, 'p.truth.json'), 'utf8'));
  expect(truth).toEqual({ ...TEXTBOOK, customers: 60, seed: 4, mean: 8, organisation: 3, outages: 1 });
  expect([customers.length, outages.length]).toEqual([60, 1]);
  const asked = ['p.csv', '--period', 'month', '--origins', '12,18', '--horizon', '3', '--json'];
  const evaluated = await command('evaluate', asked, folder);
  expect(evaluated).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(evaluated.stdout).contacts).toBe(
    readFileSync(join(folder, 'p.csv'), 'utf8').split('\n').length - 2,
  );
});

it('refuses what cannot be with code 2', async () => {
  const said = await command('simulate', ['--bursts', '1'], tmpdir());
  expect(said).toEqual({ code: 2, stdout: '', stderr: '--bursts takes a number from 0 to 0.95, not "1".\n' });
});

it('is a textbook portfolio unless something is asked for', () => {
  expect(wantedOf([])).toEqual({ truth: TEXTBOOK, out: 'portfolio.csv' });
  expect(wantedOf(['--panel', 'month', '--organisation-alpha', '2', '--days', '30.5'])).toEqual({
    truth: { ...TEXTBOOK, organisationAlpha: 2, days: 30.5 },
    out: 'portfolio.csv',
    panel: 'month',
  });
});

it('has help that names every option', () => {
  expect(wantedOf(['--help'])).toBeUndefined();
  for (const option of ['--customers 2000', '--organisation-alpha 1', '--weekly 0', '--panel', '--out']) {
    expect(HELP).toContain(option);
  }
});

it.each([
  [['--customers', '1.5'], '--customers takes a whole number from 1 to 10000000, not "1.5".'],
  [['--customers', '0'], '--customers takes a whole number from 1 to 10000000, not "0".'],
  [['--season', '1.1'], '--season takes a number from 0 to 1, not "1.1".'],
  [['--mean', ''], '--mean takes a number from 0 to 10000000, not "".'],
  [['--panel', 'decade'], '--panel takes day, week, month or year.'],
  [['--speed', '1'], "Unknown option '--speed'"],
])('%j is refused', (args, why) => {
  expect(() => wantedOf(args)).toThrow(why);
});
