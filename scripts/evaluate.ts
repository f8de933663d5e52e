import { resolve } from 'node:path';

import { readHistory, type History } from './evaluate/history.ts';
import { HELP, optionsOf, type Options } from './evaluate/options.ts';
import { Refused } from './evaluate/refused.ts';
import { resultOf, type Result } from './evaluate/result.ts';
import { tableOfFigures } from './evaluate/table-of-figures.ts';

/** npm changes to the project's folder; files are meant from where the command was given. */
const FROM = process.env['INIT_CWD'] ?? process.cwd();

async function evaluated(files: readonly string[], options: Options): Promise<Result> {
  const history: History = { entries: [], rows: [], notes: [] };
  try {
    for (const file of files) await readHistory(resolve(FROM, file), history);
    return resultOf(history, options);
  } catch (error) {
    throw error instanceof Refused ? new Refused(`${files.join(', ')}: ${error.message}`) : error;
  } finally {
    for (const note of history.notes) process.stderr.write(`${files.join(', ')}: ${note}\n`);
  }
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (!options) return void process.stdout.write(HELP);
  const { files, joined, json } = options;
  const histories = joined ? [files] : files.map((file) => [file]);
  const results = new Map<string, Result>();
  for (const history of histories) results.set(history.join(', '), await evaluated(history, options));
  const [only] = results.values();
  if (json)
    process.stdout.write(`${JSON.stringify(results.size === 1 ? only : Object.fromEntries(results), null, 2)}\n`);
  else for (const [name, result] of results) process.stdout.write(`${name}: ${tableOfFigures(result)}\n\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
