import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { command, type Said } from './command.ts';
import { fileOf } from './evaluate/on-disk.ts';

const PANEL = 'customer,period,count\na,1984,4\na,1985,2\na,1986,0\nb,1984,0\nb,1985,1\nb,1986,1\n';
const ASKED = ['--period', 'year', '--origins', '1,2', '--horizon', '1'];
const MODELS = ['shipped', 'portfolioMean', 'lastPeriod', 'rawMean', 'exponentialSmoothing', 'gammaPoisson'];

const evaluate = (file: string, ...args: readonly string[]): Promise<Said> =>
  command('evaluate', [basename(file), ...args], dirname(file));

describe('npm run evaluate', () => {
  it('prints one object of one file, and nothing else', async () => {
    const { code, stdout, stderr } = await evaluate(fileOf(PANEL), ...ASKED, '--json');
    const printed = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(printed)).toEqual(['customers', 'contacts', 'models']);
    expect(printed).toMatchObject({ customers: 2, contacts: 8 });
    expect(Object.keys(printed.models)).toEqual(MODELS);
    for (const figures of Object.values<object>(printed.models)) {
      expect(Object.keys(figures)).toEqual(['deviance', 'gini', 'auc', 'predictedOverActual', 'coverage']);
    }
    expect(printed.models.lastPeriod.predictedOverActual).toBe(7 / 4);
  });

  it('evaluates each of several files, or all of them as one history', async () => {
    const file = fileOf('customer,at\na,2026-03-02\na,2026-03-04\na,2026-03-05\n', 'one.csv');
    writeFileSync(
      join(dirname(file), 'two.csv'),
      'customer,at\nb,2026-03-02\nb,2026-03-03\na,2026-03-06\na,2026-03-08\n',
    );
    const asked = ['two.csv', '--period', 'day', '--origins', '3', '--horizon', '2', '--json'];
    const apart = JSON.parse((await evaluate(file, ...asked)).stdout);
    expect(Object.keys(apart)).toEqual(['one.csv', 'two.csv']);
    expect(apart['one.csv']).toMatchObject({ customers: 1, contacts: 3 });
    const joined = JSON.parse((await evaluate(file, ...asked, '--joined')).stdout);
    expect(joined).toMatchObject({ customers: 2, contacts: 7 });
  });

  it('prints a table for people, and says on the error output what it noticed', async () => {
    const file = fileOf('customer;at;mood\na;2026-03-02 09:00;x\na;2026-03-04;y\nb;2026-03-02;z\nb;2026-03-05;\n');
    const { code, stdout, stderr } = await evaluate(file, '--period', 'day', '--origins', '1,9', '--horizon', '3');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^history\.csv: 2 customers, 4 contacts\nmodel .*\nshipped core /);
    expect(stderr.split('\n')).toEqual([
      'history.csv: the column "mood" is not read.',
      'history.csv: times without a zone, taken for UTC: 1.',
      'history.csv: origin 9 is left out: nobody is known before it and seen after it.',
      '',
    ]);
  });

  it('refuses with one sentence and code 2', async () => {
    const { code, stdout, stderr } = await evaluate(fileOf(''), ...ASKED, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('history.csv: it is empty: the first row names the columns.\n');
  });

  it('has help', async () => {
    const { code, stdout } = await evaluate(fileOf(''), '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--period day|week|month|year');
  });
});
