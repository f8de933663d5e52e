import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { expect, type Page } from '@playwright/test';

import { KEPT } from '@/lib/store/database';

import { badge } from '../../scripts/drive/closed-root.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { workerHeapOf } from '../../scripts/drive/worker-heap.ts';
import { bigFile } from '../privacy/big-file.ts';
import { E2E_BUILD, kitOf, test, type Kit } from './kit.ts';

const MB = 1_000_000;
const HONEST = Number(process.env['NOCLAIMS_BIG_MB'] ?? 400) * MB;

async function recordPage(kit: Kit): Promise<Page> {
  const page = await kit.driven.ownPage('options.html');
  await page.getByRole('link', { name: 'Export and import' }).click();
  return page;
}

async function exported(kit: Kit): Promise<string> {
  const page = await recordPage(kit);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  await page.close();
  return text;
}

async function imported(page: Page, file: string, said: RegExp, patience = 60_000): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(said).first()).toBeVisible({ timeout: patience });
}

const everything = (kit: Kit): Promise<unknown[]> => Promise.all(KEPT.map((table) => kit.rows(table)));

async function withRecord(kit: Kit): Promise<string> {
  await kit.begin();
  for (const { id } of kit.demo.desk.tickets().slice(0, 6)) {
    const tab = await kit.open(`/tickets/${id}`);
    await badge(tab, /\d/);
    await tab.close();
  }
  const [customer] = await kit.rows<{ id: string }>('customers');
  const action = { do: 'exempt', on: true, reason: 'asked to be left alone' } as const;
  await kit.ask('act', { customerId: customer?.id ?? '', click: crypto.randomUUID(), action });
  return exported(kit);
}

async function elsewhere(
  kit: Kit,
  visit: (other: Kit, file: (text: string) => string) => Promise<void>,
): Promise<void> {
  const driven = await launch({ extension: E2E_BUILD });
  const folder = mkdtempSync(join(tmpdir(), 'noclaims-files-'));
  try {
    const other = await kitOf(driven, kit.demo);
    await other.ask('consent', { agreed: true });
    await other.own.reload();
    let made = 0;
    await visit(other, (text) => {
      const file = join(folder, `${(made += 1)}.json`);
      writeFileSync(file, text);
      return file;
    });
  } finally {
    await driven.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const withoutTime = (text: string): string => text.replace(/"madeAt":\d+/, '');

test('what was exported comes back as it was, in another browser and after everything was erased', async ({ kit }) => {
  const text = await withRecord(kit);
  const before = await everything(kit);
  await elsewhere(kit, async (other, file) => {
    const page = await recordPage(other);
    await imported(page, file(text), /^Imported/);
    expect(await everything(other)).toEqual(before);
    expect(withoutTime(await exported(other))).toBe(withoutTime(text));
    await imported(page, file(text), /^Imported/);
    expect(await everything(other)).toEqual(before);
  });
  await kit.ask('erase-everything', {});
  expect((await everything(kit)).flat()).toEqual([]);
});

test('a file that is not whole changes nothing, and says why', async ({ kit }) => {
  const text = await withRecord(kit);
  await elsewhere(kit, async (other, file) => {
    const page = await recordPage(other);
    const empty = await everything(other);
    await imported(page, file(text.slice(0, -200)), /The end of this file is missing/);
    await imported(page, file(JSON.stringify({ some: 'other file' })), /no export of Noclaims/);
    await imported(
      page,
      file(text.replace(/"contacts":(\d+)/, (_, count) => `"contacts":${Number(count) + 1}`)),
      /holds/,
    );
    await imported(page, file(text.replace('"version":1', '"version":99')), /newer Noclaims/);
    expect(await everything(other)).toEqual(empty);
  });
});

test('three bad rows are refused alone', async ({ kit }) => {
  const text = await withRecord(kit);
  const before = await kit.rows<{ id: string }>('contacts');
  let left = 3;
  const spoilt = text.replaceAll(/"initiator":"(customer|agent)"/g, (whole) =>
    left-- > 0 ? '"initiator":"somebody"' : whole,
  );
  await elsewhere(kit, async (other, file) => {
    const page = await recordPage(other);
    await imported(page, file(spoilt), /3 rows were refused/);
    await expect(page.getByText(/Line \d/)).toHaveCount(3);
    expect(await other.rows('contacts')).toHaveLength(before.length - 3);
  });
});

test('@long a foreign file of 200 MB is refused, an honest one of 400 MB works, and memory stays flat', async ({
  kit,
}) => {
  test.setTimeout(60 * 60_000);
  await elsewhere(kit, async (other) => {
    const folder = mkdtempSync(join(tmpdir(), 'noclaims-big-'));
    const page = await recordPage(other);
    const foreign = join(folder, 'foreign.json');
    await pipeline(Readable.from(foreignFile(200 * MB)), createWriteStream(foreign));
    await imported(page, foreign, /no export of Noclaims/);
    expect((await everything(other)).flat()).toEqual([]);

    const honest = join(folder, 'honest.json');
    await pipeline(Readable.from(bigFile(HONEST, Date.now())), createWriteStream(honest));
    const heap = await watchHeap(other);
    await imported(page, honest, /^Imported/, 50 * 60_000);
    const most = await heap();
    rmSync(folder, { recursive: true });
    console.info(`the worker's heap never passed ${Math.round(most / MB)} MB`);
    expect(most).toBeGreaterThan(MB);
    expect(most).toBeLessThan(200 * MB);
    expect(await other.own.evaluate(countOf, 'contacts')).toBe(Math.ceil(HONEST / 5000) * 10);
  });
});

function* foreignFile(bytes: number): Generator<string> {
  yield '{"rows":[';
  const piece = `${JSON.stringify({ id: 1, text: 'x'.repeat(1000) })},`.repeat(60);
  for (let written = 0; written < bytes; written += piece.length) yield piece;
  yield 'null]}';
}

/** The worker's heap, looked at again and again; the largest is told in the end. */
async function watchHeap({ driven }: Kit): Promise<() => Promise<number>> {
  const heap = await workerHeapOf(driven);
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, await heap.read());
  };
  const looking = setInterval(() => void look().catch(() => undefined), 2000);
  return async () => {
    clearInterval(looking);
    await heap.leave();
    return most;
  };
}

function countOf(table: string): Promise<number> {
  return new Promise((done) => {
    const opening = indexedDB.open('noclaims');
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction(table).objectStore(table).count();
      counting.addEventListener('success', () => {
        opening.result.close();
        done(counting.result);
      });
    });
  });
}
