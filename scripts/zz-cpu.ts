import { findChromium } from './browsers.ts';
import { debugged, type Debugged } from './bench-page/debugged.ts';
import { floors } from './bench-page/floors.ts';
import { PAGES } from './bench-page/pages.ts';
import { median } from './bench-page/statistics.ts';
import { visit } from './bench-page/visit.ts';
const chromium = await findChromium();
const low = floors();
const page = await PAGES[process.argv[2]!]!();
const rounds = Number(process.argv[3]);
const list = [['statement', low.statement], ['span', low.span], ...process.argv.slice(4).map((d) => [d.split('/').at(-1)!, d])];
const bs: [string, Debugged, number[]][] = [];
for (const [name, dir] of list) {
  const b = await debugged(name!, chromium);
  const id = await b.load(dir!);
  if (name !== 'statement' && name !== 'span')
    for (const m of [{ kind: 'consent', ask: { agreed: true } }, { kind: 'watch', ask: { adapterId: page.adapterId, basePath: '', origin: new URL(page.url).origin, tabId: -1, name: 'x' } }])
      await b.inOwnPage(id, 'options.html', `chrome.runtime.sendMessage(${JSON.stringify(m)}).then(JSON.stringify)`);
  await visit(b, page.url, '0');
  bs.push([name!, b, []]);
}
for (let i = 0; i < rounds; i++) for (let k = 0; k < bs.length; k++) { const [, b, out] = bs[(k + i) % bs.length]!; out.push((await visit(b, page.url, '0')).load); }
const base = bs[0]![2];
for (const [name, b, out] of bs) { console.log(name.padEnd(14), median(out).toFixed(1), 'diff', median(out.map((v, i) => v - base[i]!)).toFixed(1)); await b.close(); }
await page.close(); low.remove(); process.exit(0);
