import { startDemo } from '../demo/server.ts';
import { kitOf } from '../test/e2e/kit.ts';
import { launch } from './drive/launch.ts';
import { badge, card, seen } from './drive/closed-root.ts';

const dark = process.argv[2] === 'dark';
const demo = await startDemo({ customers: 60, scale: 1 });
const driven = await launch({ extension: '/tmp/nc/inpage/ext', dark });
try {
  const kit = await kitOf(driven, demo);
  await kit.begin();
  const page = await kit.open('/');
  page.on('console', (m) => console.log('page:', m.text()));
  await new Promise((r) => setTimeout(r, 1500));
  await page.screenshot({ path: `/tmp/nc/inpage/list-${dark ? 'dark' : 'light'}.png` });
  const links = await page.$$eval('[data-noclaims-row] a', (as) =>
    as.map((a) => (a as HTMLAnchorElement).getAttribute('href')),
  );
  console.log(links.length, links.slice(0, 5), page.url());
  let n = 0;
  for (const href of links.slice(0, 40)) {
    const t0 = Date.now();
    await page.goto(new URL(href!, demo.url).href);
    const b = await badge(page, /./).catch((e) => console.log('no badge', href, String(e)));
    if (!b) continue;
    let s = b;
    for (let i = 0; i < 50 && /Reading/.test(s.text); i++) {
      await new Promise((r) => setTimeout(r, 100));
      s = (await seen(page)).find((x) => !('popover' in x.host)) ?? s;
    }
    console.log(href, s.text, JSON.stringify(s.host), Date.now() - t0);
    if (n < 5 && !/Reading/.test(s.text) && (n === 0 || !/^Calm/.test(s.text))) {
      n++;
      await page.keyboard.press('Escape');
      const box = await page.locator('nc-standing').first().boundingBox();
      await page.mouse.move(box!.x + 10, box!.y + 8);
      const c = await card(page, /./).catch((e) => console.log('no card', String(e)));
      if (c) console.log('CARD', c.text.slice(0, 300));
      await new Promise((r) => setTimeout(r, 200));
      await page.screenshot({ path: `/tmp/nc/inpage/card-${dark ? 'dark' : 'light'}-${n}.png` });
      await page.mouse.move(5, 500);
    }
  }
  await page.goto(new URL('/', demo.url).href);
  await new Promise((r) => setTimeout(r, 1500));
  await page.screenshot({ path: `/tmp/nc/inpage/list2-${dark ? 'dark' : 'light'}.png` });
  console.log((await seen(page)).map((s) => `${s.text}|${s.titles}`).join('\n'));
} finally {
  await driven.close();
  await demo.close();
}
process.exit(0);
