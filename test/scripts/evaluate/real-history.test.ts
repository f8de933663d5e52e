import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readHistory, type History } from '../../../scripts/evaluate/history.ts';
import { resultOf } from '../../../scripts/evaluate/result.ts';

const FILE = join(import.meta.dirname, '../../fixtures/histories/prescriptions.csv');

describe('200 physicians over 23 months', async () => {
  const history: History = { entries: [], rows: [], notes: [] };
  await readHistory(FILE, history);
  const { customers, contacts, models } = resultOf(history, {
    files: [FILE],
    period: 'month',
    origins: [8, 12, 16, 20],
    horizon: 3,
    json: true,
    joined: false,
  });
  const { shipped, ...baselines } = models;

  it('are read whole', () => {
    expect([customers, contacts, history.notes]).toEqual([200, 23_104, []]);
  });

  it.each(Object.keys(baselines))('are foreseen better by the shipped core than by %s', (name) => {
    expect(shipped!.deviance).toBeLessThan(baselines[name]!.deviance);
  });

  it('are foreseen at the right level, and with an honest interval', () => {
    expect(Math.abs(shipped!.predictedOverActual - 1)).toBeLessThan(0.05);
    expect(shipped!.coverage).toBeGreaterThan(0.88);
    expect(shipped!.coverage).toBeLessThan(0.97);
    expect(shipped!.gini).toBeGreaterThan(baselines['rawMean']!.gini);
  });
});
