import { describe, expect, it } from 'vitest';

import { logLikelihood, type History } from '@/lib/scoring/likelihood';
import { climb } from '@/lib/scoring/nelder-mead';
import { lnProbability, predictiveOf } from '@/lib/scoring/predictive';

const repeated = (times: number, history: History): History[] => Array.from({ length: times }, () => history);

/** Loss Data Analytics, chapter Credibility: 2,000 policies over 5 years. */
const POLICIES = [923, 682, 249, 70, 51, 25].flatMap((policies, claims) =>
  repeated(policies, { counts: [claims], exposure: [5] }),
);

describe('G3: the published table', () => {
  const at = ([a = 0, b = 0]: readonly number[]) =>
    logLikelihood(POLICIES, 5 * 365.25, { alpha: Math.exp(a), beta: Math.exp(b), phi: 1, halfLifeDays: Infinity });

  it('is as likely as computed elsewhere', () => {
    expect(at([Math.log(2.864468), Math.log(16.663571)])).toBeCloseTo(-2522.537698, 5);
  });

  it('is likeliest there', () => {
    const found = climb(at, [0, 1], { step: 0.5, tolerance: 1e-11, mostSteps: 500 });
    const [alpha, beta] = found.at.map(Math.exp) as [number, number];
    expect(alpha).toBeCloseTo(2.864468, 4);
    expect(beta).toBeCloseTo(16.663571, 3);
    expect(alpha / beta).toBeCloseTo(0.1719, 6);
    expect((alpha + 3) / (beta + 5)).toBeCloseTo(0.2707064, 6);
  });
});

describe('the likelihood of a history', () => {
  const parameters = { alpha: 0.5, beta: 0.25, phi: 2, halfLifeDays: 30 };

  it('is that of each period, foreseen from those before it', () => {
    const [e1, e2] = [0.08, 0.05];
    const within = 0.5 / Math.LN2;
    const first = predictiveOf({ shape: 0.5, rate: 0.25 }, 2, e1);
    const second = predictiveOf({ shape: 0.5 + (3 * within) / 2, rate: 0.25 + (e1 * within) / 2 }, 2, e2);
    const third = predictiveOf(
      { shape: 0.5 + (1.5 * within + within) / 2, rate: 0.25 + (e1 * within * 0.5 + e2 * within) / 2 },
      2,
      e1,
    );
    const expected = lnProbability(3, first) + lnProbability(1, second) + lnProbability(0, third);
    const history = { counts: [3, 1, 0], exposure: [e1, e2, e1] };
    expect(logLikelihood([history], 30, parameters)).toBeCloseTo(expected, 10);
  });

  it('adds up over customers', () => {
    const one = { counts: [1], exposure: [0.1] };
    const other = { counts: [0, 2], exposure: [0.1, 0.1] };
    expect(logLikelihood([one, other], 30, parameters)).toBeCloseTo(
      logLikelihood([one], 30, parameters) + logLikelihood([other], 30, parameters),
      12,
    );
    expect(logLikelihood([], 30, parameters)).toBe(0);
  });

  it('passes over periods without exposure, in which the past fades all the same', () => {
    const paused = { counts: [2, 0, 1], exposure: [0.1, 0, 0.1] };
    const within = 0.5 / Math.LN2;
    const again = predictiveOf({ shape: 0.5 + within / 2, rate: 0.25 + (0.1 * within * 0.5) / 2 }, 2, 0.1);
    const first = predictiveOf({ shape: 0.5, rate: 0.25 }, 2, 0.1);
    expect(logLikelihood([paused], 30, parameters)).toBeCloseTo(lnProbability(2, first) + lnProbability(1, again), 10);
  });

  it('takes missing counts for none', () => {
    expect(logLikelihood([{ counts: [1], exposure: [0.1, 0.1] }], 30, parameters)).toBe(
      logLikelihood([{ counts: [1, 0], exposure: [0.1, 0.1] }], 30, parameters),
    );
  });

  it('does not foresee the period of the entry, but learns from it', () => {
    const history = { counts: [3, 1], exposure: [0.1, 0.1] };
    const whole = logLikelihood([history], 30, parameters);
    const first = logLikelihood([{ counts: [3], exposure: [0.1] }], 30, parameters);
    expect(logLikelihood([{ ...history, entered: 0 }], 30, parameters)).toBeCloseTo(whole - first, 12);
  });
});
