import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Fits of whole portfolios, and properties: they are slow, and what they kill has mostly died before. */
const SLOW = /laws|recovery/;

/** The tests named after the mutated file come first: they kill most of its mutants, and the first failure ends a run. */
export class KillersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = (this.ctx.config.related ?? []).map((path) => basename(path, '.ts'));
    const place = ({ moduleId }: TestSpecification): number => {
      const name = basename(moduleId, '.test.ts');
      if (mutated.includes(name)) return 0;
      return (mutated.some((one) => name.startsWith(one)) ? 1 : 2) + (SLOW.test(name) ? 2 : 0);
    };
    return files.toSorted((a, b) => place(a) - place(b));
  }
}
