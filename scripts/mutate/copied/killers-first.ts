import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests named after the mutated file come first: they kill most of its mutants, and the first failure ends a run. */
export class KillersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = new Set(this.ctx.config.related?.map((path) => basename(path, '.ts')));
    const distance = ({ moduleId }: TestSpecification): number => {
      const name = basename(moduleId, '.test.ts');
      if (mutated.has(name)) return 0;
      return [...mutated].some((one) => name.startsWith(one)) ? 1 : 2;
    };
    return files.toSorted((a, b) => distance(a) - distance(b));
  }
}
