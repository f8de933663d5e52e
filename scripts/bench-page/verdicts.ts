import { gzipSync } from 'node:zlib';

import { isNarrow, WIDE, type Result } from './measure.ts';
import type { Measured } from './statistics.ts';

/** What is asked for (bytes; ms; KiB), and over which floor. */
const TARGETS = { raw: 30_000, gzip: 12_000, load: 5, churn: 10, heap: 300 };

export interface Verdict {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  /** *not sure*: the interval reaches over the target. */
  readonly met: 'yes' | 'no' | 'not sure';
}

export function verdicts(scripts: ReadonlyMap<string, string>, { over }: Result): Verdict[] {
  return [
    ...bytes(scripts),
    against('load over a span and a message', over.span.load, TARGETS.load, 'ms'),
    against('churn over one statement', over.statement.churn, TARGETS.churn, 'ms'),
    against('heap over one statement', over.statement.heap, TARGETS.heap, 'KiB'),
  ];
}

export function bytes(scripts: ReadonlyMap<string, string>): Verdict[] {
  const sources = [...scripts.values()];
  const raw = sources.reduce((sum, source) => sum + Buffer.byteLength(source), 0);
  const gzip = sources.reduce((sum, source) => sum + gzipSync(source, { level: 9 }).length, 0);
  const files = [...scripts.keys()].join(', ');
  return [
    {
      what: `script, raw (${files})`,
      value: `${raw}`,
      target: `${TARGETS.raw}`,
      met: raw <= TARGETS.raw ? 'yes' : 'no',
    },
    { what: 'script, gzip', value: `${gzip}`, target: `${TARGETS.gzip}`, met: gzip <= TARGETS.gzip ? 'yes' : 'no' },
  ];
}

function against(what: string, { median, low, high }: Measured, target: number, unit: string): Verdict {
  const met = high <= target ? 'yes' : low > target ? 'no' : 'not sure';
  const value = `${signed(median)} ${unit} [${signed(low)} to ${signed(high)}]`;
  return { what, value, target: `${target} ${unit}`, met };
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** Why an interval is still wide, when it is. */
export function whyWide(result: Result): string | undefined {
  if (isNarrow(result)) return undefined;
  const noise = Math.max(result.bare.load, result.bare.churn);
  return `An interval is wider than ${WIDE} ms after ${result.rounds} rounds: the page alone takes up to ${noise.toFixed(0)} ms, and other work on this machine moves that from round to round. More rounds: --most.`;
}
