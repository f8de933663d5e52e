import fastCheck from 'fast-check';

const MOST_RUNS = Number(process.env['MUTATE_RUNS'] ?? 25);

/** fast-check with fewer runs, the same ones each time, and without shrinking: a failure only has to be seen. */
const brief: typeof fastCheck = {
  ...fastCheck,
  assert: ((property: fastCheck.IRawProperty<unknown>, wanted?: fastCheck.Parameters<unknown>) =>
    fastCheck.assert(property, {
      seed: 1,
      ...wanted,
      numRuns: Math.min(wanted?.numRuns ?? 100, MOST_RUNS),
      endOnFailure: true,
    })) as typeof fastCheck.assert,
};

export default brief;
