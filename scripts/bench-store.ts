import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';

import { findChromium } from './browsers.ts';

/**
 * How quick recording is: batches through `recordTickets` against bare `put` of the very rows that it writes, into the same
 * stores and indexes, one transaction a batch, with the browser's default durability on both sides. The two take turns in
 * one browser, since only their ratio means something on a machine that does other work as well.
 */
const LOAD = { tickets: 10_000, customers: 2000, batch: 5000 };
const ROUNDS = Number(process.argv[2] ?? 9);
const WANTED = 0.7;

const root = fileURLToPath(new URL('..', import.meta.url));

async function bundled(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-store-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@/': root } },
    build: {
      outDir,
      lib: { entry: join(root, 'scripts/bench-store-page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const script = await readFile(join(outDir, 'page.js'), 'utf8');
  await rm(outDir, { recursive: true });
  return script;
}

async function served(script: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The local server has no address.');
  return { server, url: `http://127.0.0.1:${address.port}/` };
}

type Way = 'ours' | 'bare';

const timed = (page: Page, way: Way): Promise<number[]> =>
  page.evaluate(([name, load]) => Reflect.get(Reflect.get(globalThis, 'bench'), name)(load), [way, LOAD] as const);

const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0);
const seconds = (times: readonly number[]): string => times.map((time) => (time / 1000).toFixed(2)).join(' ');
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

async function measure(page: Page): Promise<Record<Way, number>[]> {
  const rows = await page.evaluate((load) => Reflect.get(globalThis, 'bench').prepare(load), LOAD);
  console.log(`rows written: ${JSON.stringify(rows)}`);
  for (const way of ['ours', 'bare'] as const) await timed(page, way);
  const rounds: Record<Way, number>[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const order: readonly Way[] = round % 2 === 1 ? ['ours', 'bare'] : ['bare', 'ours'];
    const times: Record<Way, number[]> = { ours: [], bare: [] };
    for (const way of order) times[way] = await timed(page, way);
    const sums = { ours: sum(times.ours), bare: sum(times.bare) };
    rounds.push(sums);
    const ratio = (sums.bare / sums.ours).toFixed(2);
    console.log(`round ${round}: bare ${seconds(times.bare)} s · ours ${seconds(times.ours)} s · ${ratio}`);
  }
  return rounds;
}

/** The median decides; the best round of each is what a machine with nothing else to do would show. */
function verdict(rounds: readonly Record<Way, number>[]): boolean {
  const ratios = rounds.map(({ bare, ours }) => bare / ours);
  const best = Math.min(...rounds.map(({ bare }) => bare)) / Math.min(...rounds.map(({ ours }) => ours));
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds.length} rounds`;
  console.log(
    `bare/ours: median ${median(ratios).toFixed(2)} (${spread}), best rounds ${best.toFixed(2)}; wanted ${WANTED}`,
  );
  return median(ratios) >= WANTED;
}

const { server, url } = await served(await bundled());
const browser = await chromium.launch({
  executablePath: await findChromium({ branded: true }),
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  if (!verdict(await measure(page))) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
