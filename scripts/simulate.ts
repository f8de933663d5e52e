import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Refused } from './evaluate/refused.ts';
import { countRowsOf } from './simulate/count-rows.ts';
import { csvOfContacts, csvOfCounts } from './simulate/csv.ts';
import { HELP, wantedOf } from './simulate/options.ts';
import { simulated } from './simulate/portfolio.ts';

/** npm changes to the project's folder; files are meant from where the command was given. */
const FROM = process.env['INIT_CWD'] ?? process.cwd();

function main(): void {
  const wanted = wantedOf(process.argv.slice(2));
  if (!wanted) return void process.stdout.write(HELP);
  const { truth, out, panel } = wanted;
  const portfolio = simulated(truth);
  const { contacts, customers, outages } = portfolio;
  const truthFile = `${out.replace(/\.csv$/, '')}.truth.json`;
  writeFileSync(resolve(FROM, out), panel ? csvOfCounts(countRowsOf(portfolio, panel)) : csvOfContacts(portfolio));
  writeFileSync(resolve(FROM, truthFile), `${JSON.stringify({ truth, outages, customers }, null, 1)}\n`);
  process.stdout.write(
    `${out}: ${contacts.length} contacts of ${customers.length} customers; the truth is in ${truthFile}.\n`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
