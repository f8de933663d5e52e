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

/** Warnings that we know, and why we live with them. */
const KNOWN = new Map([
  ['UNSAFE_VAR_ASSIGNMENT', 'Preact can set innerHTML, and nothing of ours asks it to'],
  ['KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', 'Noclaims is not offered for Android'],
]);

/** What Firefox's add-on site would say. */
export const packageLint: Step = {
  name: 'package for firefox',
  async check() {
    const { output } = await run('web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json']);
    const report = JSON.parse(output.slice(output.indexOf('{'))) as Report;
    const known = report.warnings.map(({ code }) => code).filter((code) => KNOWN.has(code));
    return found(objections(report), [...new Set(known)].map((code) => `${code}: ${KNOWN.get(code)}`).join('; '));
  },
};

export const objections = ({ errors, warnings }: Report): readonly string[] =>
  [...errors, ...warnings.filter(({ code }) => !KNOWN.has(code))].map(
    ({ code, message, file }) => `${code} in ${file ?? 'the package'}: ${message}`,
  );
