import { kitOf, askWorker } from '../test/e2e/kit.ts';
import { launch } from './drive/launch.ts';
import { badge, card, seen } from './drive/closed-root.ts';
const dark = process.argv[2] === 'dark';
const driven = await launch({ extension: '/tmp/nc/inpage/ext', dark });
const base = 'http://127.0.0.1:8765';
try {
  const own = await driven.ownPage('options.html');
  await askWorker(own, 'consent', { agreed: true });
  const page = await driven.context.newPage();
  page.on('console', (m) => console.log('page:', m.text()));
  await page.goto(base + '/');
  await page.fill('input[name=user]', 'agent');
  await page.fill('input[name=pass]', 'agent-password');
  await Promise.all([page.waitForNavigation(), page.press('input[name=pass]', 'Enter')]);
  console.log(await askWorker(own, 'watch', { adapterId: 'rt', basePath: '', origin: base, tabId: -1, name: 'RT' }));
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((e) => e.localName !== 'nc-standing')
        .map((e) => {
          const r = e.getBoundingClientRect();
          return [e.localName + '.' + e.className, r.x, r.y, r.width, r.height] as const;
        }),
    );
  for (const id of process.argv.slice(3)) {
    const t0 = Date.now();
    await page.goto(`${base}/Ticket/Display.html?id=${id}`);
    const b = await badge(page, /./).catch((e) => console.log('none', id));
    if (!b) continue;
    let s = b;
    for (let i = 0; i < 100 && /Reading/.test(s.text); i++) {
      await new Promise((r) => setTimeout(r, 100));
      s = (await seen(page)).find((x) => !('popover' in x.host)) ?? s;
    }
    console.log(id, s.text, s.host['data-size'], s.host['data-scheme'], s.after, Date.now() - t0);
    await new Promise((r) => setTimeout(r, 500));
    await page.evaluate(() => scrollTo(0, 0));
    const withBadge = await boxes();
    await page.screenshot({ path: `/tmp/nc/inpage/rt-${dark ? 'dark' : 'light'}-${id}.png` });
    await page.evaluate(() => {
      for (const e of document.querySelectorAll('nc-standing')) {
        (e as HTMLElement).remove();
      }
    });
    const without = await boxes();
    const moved = without.filter((w, i) =>
      w.slice(1).some((v, k) => Math.abs(Number(v) - Number(withBadge[i]?.[k + 1] ?? 1e9)) > 0.6),
    );
    console.log('moved', moved.length, moved.slice(0, 6));
    await new Promise((r) => setTimeout(r, 600));
    const box = await page.locator('nc-standing').first().boundingBox();
    if (box) {
      await page.mouse.move(box.x + 8, box.y + 8);
      await card(page, /./).catch(() => console.log('no card'));
      await new Promise((r) => setTimeout(r, 300));
      await page.screenshot({ path: `/tmp/nc/inpage/rt-${dark ? 'dark' : 'light'}-${id}-card.png` });
      await page.mouse.move(3, 600);
    }
  }
  await page.goto(`${base}/Search/Results.html?Query=id%20%3E%200&OrderBy=id&Order=DESC`);
  await new Promise((r) => setTimeout(r, 2500));
  await page.screenshot({ path: `/tmp/nc/inpage/rt-list-${dark ? 'dark' : 'light'}.png` });
  console.log((await seen(page)).map((s) => `${s.after} ${s.text}|${s.titles}`).join('\n'));
} finally {
  await driven.close();
}
process.exit(0);
