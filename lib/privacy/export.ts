import { NoclaimsDatabase } from '@/lib/store/database';

import { canonical } from './canonical';
import { ABOUT, FORMAT, FORMAT_VERSION, TABLE_ORDER } from './format';
import { eachPage } from './pages';

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
  let taken = Promise.withResolvers<void>();
  let begun = false;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        taken.resolve();
        if (begun) return;
        begun = true;
        const write = async (text: string): Promise<void> => {
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) > 0) return;
          taken = Promise.withResolvers();
          await NoclaimsDatabase.waitFor(taken.promise, PATIENCE);
        };
        db.transaction('r', [...TABLE_ORDER], async () => writeAll(db, { madeAt, version }, write)).then(
          () => controller.close(),
          (error: unknown) => controller.error(error),
        );
      },
      cancel(reason) {
        taken.reject(reason);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
}

async function writeAll(
  db: NoclaimsDatabase,
  { madeAt, version }: { madeAt: number; version: number },
  write: (text: string) => Promise<void>,
): Promise<void> {
  const counts: Record<string, number> = {};
  for (const name of TABLE_ORDER) counts[name] = await db.table(name).count();
  const head = JSON.stringify({ format: FORMAT, version, madeAt, about: ABOUT }).slice(0, -1);
  await write(`${head},\n"counts":${JSON.stringify(counts)},\n"tables":{\n`);
  for (const [index, name] of TABLE_ORDER.entries()) {
    let separator = '';
    await write(`"${name}":[\n`);
    await eachPage(db, name, async (rows) => {
      const text = separator + rows.map(canonical).join(',\n');
      separator = ',\n';
      await write(text);
    });
    await write(`${separator && '\n'}]${index < TABLE_ORDER.length - 1 ? ',' : ''}\n`);
  }
  await write('}}\n');
}
