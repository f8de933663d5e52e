import { run } from '../processes.ts';
import { found, type Step } from './step.ts';

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

interface Report {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
}

/** Preact sets `innerHTML` for `dangerouslySetInnerHTML`, which nothing of ours uses. */
const KNOWN = new Set(['UNSAFE_VAR_ASSIGNMENT']);

/** What Firefox's add-on site would say. */
export const packageLint: Step = {
  name: 'package for firefox',
  async check() {
    const { output } = await run('web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json']);
    const report = JSON.parse(output.slice(output.indexOf('{'))) as Report;
    return found(objections(report));
  },
};

export const objections = ({ errors, warnings }: Report): readonly string[] =>
  [...errors, ...warnings.filter(({ code }) => !KNOWN.has(code))].map(
    ({ code, message, file }) => `${code} in ${file ?? 'the package'}: ${message}`,
  );
