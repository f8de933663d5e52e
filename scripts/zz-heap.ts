import { findChromium } from './browsers.ts';
import { debugged } from './bench-page/debugged.ts';
import { floors } from './bench-page/floors.ts';
import { CHURN, PAGES } from './bench-page/pages.ts';
import { visit } from './bench-page/visit.ts';
const chromium = await findChromium();
const low = floors();
const page = await PAGES[process.argv[2]!]!();
const list = [['statement', low.statement], ['span', low.span], ...process.argv.slice(3).map((d) => [d.split('/').at(-1)!, d])];
let base = 0;
for (const [name, dir] of list) {
  const b = await debugged(name!, chromium);
  const id = await b.load(dir!);
  if (name !== 'statement' && name !== 'span') {
    for (const m of [{ kind: 'consent', ask: { agreed: true } }, { kind: 'watch', ask: { adapterId: page.adapterId, basePath: '', origin: new URL(page.url).origin, tabId: -1, name: 'x' } }])
      await b.inOwnPage(id, 'options.html', `chrome.runtime.sendMessage(${JSON.stringify(m)}).then(JSON.stringify)`);
  }
  const loads = [];
  let heap = 0;
  for (let i = 0; i < 5; i++) { const c = await visit(b, page.url, CHURN); heap = c.heap; loads.push(c.load.toFixed(0)); }
  if (name === 'statement') base = heap;
  console.log(name, (heap - base).toFixed(1), 'load', loads.join(' '));
  await b.close();
}
await page.close(); low.remove(); process.exit(0);
