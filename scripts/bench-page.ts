import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { findChromium } from './browsers.ts';
import { debugged, type Debugged } from './bench-page/debugged.ts';
import { floors } from './bench-page/floors.ts';
import { measure } from './bench-page/measure.ts';
import { PAGES, type BenchPage } from './bench-page/pages.ts';
import { bytes, verdicts, whyWide, type Verdict } from './bench-page/verdicts.ts';
import { hasBadge, scriptsIn, visit } from './bench-page/visit.ts';
import { ROOT } from './processes.ts';

/** What Noclaims costs a helpdesk page; ends with 1 when a target is surely missed. Needs `npm run build:e2e`. */
const { values } = parseArgs({
  options: {
    page: { type: 'string', default: Object.keys(PAGES).join(',') },
    least: { type: 'string', default: '15' },
    most: { type: 'string', default: '60' },
    'bytes-only': { type: 'boolean', default: false },
  },
});
const EXTENSION = join(ROOT, '.output/chrome-mv3-e2e');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const chromium = await findChromium();
const low = floors();
const browsers: Debugged[] = [];
const start = async (name: string, folder?: string): Promise<{ browser: Debugged; id: string }> => {
  const browser = await debugged(name, chromium);
  browsers.push(browser);
  return { browser, id: folder ? await browser.load(folder) : '' };
};
const pages: BenchPage[] = [];
const report: Record<string, unknown> = {};
const all: Verdict[] = [];
try {
  const { browser: ours, id } = await start('ours', EXTENSION);
  for (const name of values.page.split(',')) {
    const page = await (PAGES[name] ?? unknownPage(name))();
    pages.push(page);
    await watch(ours, id, page);
  }
  const others = values['bytes-only'] ? undefined : await startOthers();
  for (const page of pages) {
    await visit(ours, page.url, '0');
    if (!(await hasBadge(ours, page.url))) throw new Error(`No badge came on ${page.name}: ${page.url}`);
    const scripts = await scriptsIn(ours, page.url);
    const plan = { least: Number(values.least), most: Number(values.most), said: say };
    const result = others && (await measure({ ...others, ours }, page, plan));
    const found = result ? verdicts(scripts, result) : bytes(scripts);
    all.push(...found);
    report[page.adapterId] = { result, verdicts: found };
    say(`\n${page.name}${result ? `, ${result.rounds} rounds` : ''}`);
    for (const { what, value, target, met } of found) say(`  ${met.padEnd(8)} ${what}: ${value}, at most ${target}`);
    const why = result && whyWide(result);
    if (why) say(`  ${why}`);
  }
} finally {
  await Promise.all([...browsers.map((browser) => browser.close()), ...pages.map((page) => page.close())]);
  low.remove();
}
mkdirSync(join(ROOT, '.output/reports'), { recursive: true });
writeFileSync(join(ROOT, '.output/reports/bench-page.json'), JSON.stringify(report, undefined, 2));
process.exitCode = all.some(({ met }) => met === 'no') ? 1 : 0;

async function startOthers() {
  const [bare, statement, span] = [
    await start('bare'),
    await start('statement', low.statement),
    await start('span', low.span),
  ];
  return { bare: bare.browser, statement: statement.browser, span: span.browser };
}

/** As a user has it: agreed, and the helpdesk watched. */
async function watch(browser: Debugged, extensionId: string, { name, adapterId, url }: BenchPage): Promise<void> {
  const { origin } = new URL(url);
  const asks = [
    { kind: 'consent', ask: { agreed: true } },
    { kind: 'watch', ask: { adapterId, basePath: '', origin, tabId: -1, name } },
  ];
  for (const ask of asks) {
    const sent = `chrome.runtime.sendMessage(${JSON.stringify(ask)}).then(JSON.stringify)`;
    const reply = await browser.inOwnPage(extensionId, 'options.html', sent);
    if (!String(reply).includes('"ok":true')) throw new Error(`${ask.kind}: ${String(reply)}`);
  }
}

function unknownPage(name: string): never {
  throw new Error(`There is no page ${name}; there are ${Object.keys(PAGES).join(', ')}.`);
}
