import { countQuantile, type Predictive } from '@/lib/scoring/predictive';

import type { Prediction } from './panel';

/** Both ends included, 90 % of what may come lies between these. */
const ENDS = [0.05, 0.95] as const;

/** Where the negative binomial's variance exceeds the Poisson's by a millionth. */
const NEARLY_POISSON = 1e6;

export const predictionOf = (predictive: Predictive): Prediction => ({
  mean: predictive.mean,
  low: countQuantile(predictive, ENDS[0]),
  high: countQuantile(predictive, ENDS[1]),
});

/** For a model that knows a mean and nothing of its doubt. */
export const poissonPrediction = (mean: number): Prediction => predictionOf({ mean, size: mean * NEARLY_POISSON });
