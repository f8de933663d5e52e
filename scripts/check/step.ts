import { run } from '../processes.ts';
import type { Tally } from '../test/tally.ts';

/** One thing that must be true of the house. What it finds wrong is text for the person who must mend it. */
export interface Step {
  readonly name: string;
  check(): Promise<Finding>;
}

export interface Finding {
  readonly ok: boolean;
  readonly output: string;
}

/** Nothing wrong, or one line for each thing that is. */
export const found = (wrongs: readonly string[], remark = ''): Finding => ({
  ok: wrongs.length === 0,
  output: wrongs.length > 0 ? wrongs.join('\n') : remark,
});

/** The output is kept and may end in a log. */
export const PLAIN = { CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined };

/** Command lines without quotes, one after the other; the first that fails ends it. */
export const command = (name: string, ...lines: readonly string[]): Step => ({
  name,
  async check() {
    for (const line of lines) {
      const [program = '', ...args] = line.split(' ');
      const { code, output } = await run(program, args, { env: PLAIN });
      if (code !== 0) return { ok: false, output };
    }
    return { ok: true, output: '' };
  },
});

/** One line for each step, with its time; what a failing one said, in full. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  let failed = 0;
  for (const { name, check } of steps) {
    const from = performance.now();
    const { ok, output } = await check().catch((error: unknown): Finding => ({ ok: false, output: String(error) }));
    const seconds = ((performance.now() - from) / 1000).toFixed(1).padStart(6);
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${seconds} s  ${name}${ok && output ? ` (${output})` : ''}`);
    if (!ok) {
      failed += 1;
      console.log(output.trimEnd());
    }
  }
  return { passed: steps.length - failed, failed, skipped: 0 };
}
