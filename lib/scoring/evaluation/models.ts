import type { Predictors } from './backtest';
import { BASELINES } from './baselines';
import { shipped } from './shipped';

/** The shipped core, and what it has to beat. */
export const MODELS: Predictors = { shipped, ...BASELINES };
