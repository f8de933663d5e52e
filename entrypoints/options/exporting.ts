import browser from 'webextension-polyfill';

import type { ExportFile } from '@/components/export-panel';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { exportStream } from '@/lib/privacy/export';

/** Where the instant of the last whole export is kept, epoch ms. */
export const LAST_EXPORT = 'exportedAt';

/** Writes a file and hands it to the browser to save; returns its name. */
export async function exportAs(at: Moment, file: ExportFile): Promise<string> {
  const name = nameOf(at.now, file);
  const type = file === 'json' ? 'application/json' : 'text/csv;charset=utf-8';
  const stream = await streamOf(at, file);
  offer(await new Response(stream, { headers: { 'content-type': type } }).blob(), name);
  if (file === 'json') await browser.storage.local.set({ [LAST_EXPORT]: at.now });
  return name;
}

async function streamOf(at: Moment, file: ExportFile): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (file === 'json') return exportStream(at.db, at.now);
  const { contactsCsv, customersCsv } = await import('@/lib/privacy/csv');
  const facts = { words, now: at.now, zone: at.rules.zone };
  return file === 'customers' ? customersCsv(at.db, facts) : contactsCsv(at.db, facts);
}

/** *noclaims-2026-11-25.json* */
function nameOf(now: number, file: ExportFile): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return file === 'json' ? `noclaims-${day}.json` : `noclaims-${file}-${day}.csv`;
}

/** The address of the file is kept while the browser may still read from it. */
export function offer(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
