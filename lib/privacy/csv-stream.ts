import papaparse from 'papaparse';

export type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula; a line break inside must not hide the rest. */
const FORMULA = /^[=+\-@\t\r\n]/;

const BOM = '\uFEFF';

/**
 * A table for a spreadsheet (RFC 4180, UTF-8 with its mark, no cell that could be run), page by page as it is taken. `page`
 * returns what comes after a key, and the key to go on from; nothing to go on from ends the file.
 */
export function csvStream(
  heads: readonly string[],
  page: (after: string) => Promise<{ readonly rows: readonly (readonly Cell[])[]; readonly last: string | undefined }>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const encoded = (rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> =>
    encoder.encode(`${papaparse.unparse([...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`);
  let after = '';
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BOM));
      controller.enqueue(encoded([heads]));
    },
    async pull(controller) {
      const { rows, last } = await page(after);
      if (rows.length > 0) controller.enqueue(encoded(rows));
      if (last === undefined) controller.close();
      else after = last;
    },
  });
}
