import { figuresOf, type Figures, type Outcome } from './metrics';
import { asKnownAt, contactsIn, predictedAt, type Panel, type Predictor } from './panel';

/** Predictors by name, in the order in which they are shown. */
export type Predictors = Readonly<Record<string, Predictor>>;

/**
 * At each origin, in periods, every predictor foresees the contacts of the `horizon` periods from there on from what lies
 * before it; what came is held against that (docs/SCORING.md §8). Everybody known before an origin is predicted who is under
 * observation after it.
 */
export function backtest(
  panel: Panel,
  origins: readonly number[],
  horizon: number,
  predictors: Predictors,
): Readonly<Record<string, Figures>> {
  const outcomes = new Map<string, (readonly Outcome[])[]>(Object.keys(predictors).map((name) => [name, []]));
  for (const origin of origins) {
    const known = asKnownAt(panel, origin, horizon);
    const predicted = predictedAt(panel, origin, horizon);
    for (const [name, predictor] of Object.entries(predictors)) {
      const predictions = predictor(known, origin, horizon);
      outcomes.get(name)?.push(
        predicted.map((customer) => {
          const prediction = predictions.get(customer.id);
          if (!prediction) throw new RangeError(`${name} predicts nothing for ${customer.id} at ${origin}`);
          return { ...prediction, actual: contactsIn(customer, origin, origin + horizon) };
        }),
      );
    }
  }
  return Object.fromEntries([...outcomes].map(([name, each]) => [name, figuresOf(each)]));
}
