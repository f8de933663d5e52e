import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be repeated. */
export interface Draw {
  /** From 0 up to, but not including, 1. */
  uniform(): number;
  exponential(mean: number): number;
  /** Of mean 1; the smaller the shape, the more unequal. */
  gamma(shape: number): number;
  /** One of the names, each as often as its weight among all of them says. */
  oneOf<T extends string>(weights: Readonly<Record<T, number>>): T;
}

/** Draws of one seed that have nothing to do with one another, however many are taken from each. */
export function* drawsOf(seed: number): Generator<Draw, never> {
  const generator = xoroshiro128plus(seed);
  for (;;) {
    generator.jump();
    const own = generator.clone();
    yield drawOf(() => uniformFloat64(own));
  }
}

function drawOf(uniform: () => number): Draw {
  const exponential = (mean: number): number => -mean * Math.log1p(-uniform());
  const normal = (): number => Math.sqrt(2 * exponential(1)) * Math.cos(2 * Math.PI * uniform());

  /** Marsaglia and Tsang (2000); a shape below 1 is one above, raised to a power of chance. */
  function standardGamma(shape: number): number {
    if (shape < 1) return standardGamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log1p(-uniform()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  function oneOf<T extends string>(weights: Readonly<Record<T, number>>): T {
    const named = Object.entries(weights) as [T, number][];
    let left = uniform() * named.reduce((sum, [, weight]) => sum + weight, 0);
    const found = named.find(([, weight]) => (left -= weight) < 0);
    if (!found) throw new RangeError('weights of nothing');
    return found[0];
  }

  return { uniform, exponential, gamma: (shape) => standardGamma(shape) / shape, oneOf };
}
