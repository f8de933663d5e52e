import type { NoclaimsDatabase } from '@/lib/store/database';
import { withSnapshot, type Snapshot } from '@/lib/store/snapshot';

import { canonical } from './canonical';
import { ABOUT, FORMAT, FORMAT_VERSION, TABLE_ORDER } from './format';

/** Rows read at once. */
const PAGE = 2000;
/** Bytes that may wait for whoever takes the file. */
const AHEAD = 4_000_000;
/** Whoever takes no bytes for so long has gone, and must not keep the worker from recording. */
const PATIENCE = 20_000;

/**
 * The whole record as a file, in pages and with flat memory. One read transaction lives from the first byte to the last, so
 * that the file shows one instant: what is recorded meanwhile waits, and is not in it. `madeAt` in epoch ms.
 */
export function exportStream(
  db: NoclaimsDatabase,
  madeAt: number,
  version: number = FORMAT_VERSION,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let room = Promise.withResolvers<void>();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const writing = withSnapshot(db, TABLE_ORDER, (snapshot) =>
          writeAll(snapshot, { madeAt, version }, async (text) => {
            controller.enqueue(encoder.encode(text));
            if ((controller.desiredSize ?? 0) > 0) return;
            room = Promise.withResolvers();
            await snapshot.hold(within(PATIENCE, room.promise));
          }),
        );
        writing.then(
          () => controller.close(),
          (error: unknown) => controller.error(error),
        );
      },
      pull: () => room.resolve(),
      cancel: (reason) => room.reject(reason),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
}

async function within(patience: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('nobody took the rest of the file')), patience);
  });
  await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function writeAll(
  snapshot: Snapshot,
  { madeAt, version }: { madeAt: number; version: number },
  write: (text: string) => Promise<void>,
): Promise<void> {
  const counts: Record<string, number> = {};
  for (const name of TABLE_ORDER) counts[name] = await snapshot.count(name);
  const head = JSON.stringify({ format: FORMAT, version, madeAt, about: ABOUT }).slice(0, -1);
  await write(`${head},\n"counts":${JSON.stringify(counts)},\n"tables":{\n`);
  for (const [index, name] of TABLE_ORDER.entries()) {
    await write(`"${name}":[\n`);
    await writeTable(snapshot, name, write);
    await write(`]${index < TABLE_ORDER.length - 1 ? ',' : ''}\n`);
  }
  await write('}}\n');
}

async function writeTable(snapshot: Snapshot, name: string, write: (text: string) => Promise<void>): Promise<void> {
  let separator = '';
  let after: IDBValidKey | undefined;
  for (;;) {
    const { rows, last } = await snapshot.page(name, after, PAGE);
    if (last === undefined) break;
    await write(separator + rows.map(canonical).join(',\n'));
    separator = ',\n';
    after = last;
  }
  if (separator) await write('\n');
}
