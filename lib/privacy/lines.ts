/** Bytes read at once. */
const CHUNK = 1_048_576;
/** A row is far shorter; a longer line is none of ours, and is not read further. */
const LONGEST = 4 * CHUNK;

const NEWLINE = 10;
const BOM = [0xef, 0xbb, 0xbf];

export interface Line {
  /** Of the first byte behind the line. */
  readonly next: number;
  /** Without spaces around, nor the mark of the byte order. */
  readonly text: string;
  /** The line goes on, too long for anything of ours; `text` is its beginning. */
  readonly endless?: true;
}

/** Lines of a file from an offset on, a chunk's worth at a time; memory stays flat whatever the size. */
export async function* linesFrom(blob: Blob, offset: number): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = new Uint8Array(0);
  for (let at = offset; at < blob.size; at += CHUNK) {
    const read = new Uint8Array(await blob.slice(at, Math.min(at + CHUNK, blob.size)).arrayBuffer());
    const bytes = joined(rest, at === 0 && BOM.every((byte, index) => read[index] === byte) ? read.subarray(3) : read);
    const base = Math.min(at + CHUNK, blob.size) - bytes.length;
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      lines.push({ next: base + end + 1, text: decoder.decode(bytes.subarray(start, end)).trim() });
      start = end + 1;
    }
    rest = bytes.slice(start);
    const last = at + CHUNK >= blob.size;
    if (rest.length > LONGEST)
      lines.push({ next: blob.size, text: decoder.decode(rest.subarray(0, 1000)), endless: true });
    else if (last && rest.length > 0) lines.push({ next: blob.size, text: decoder.decode(rest).trim() });
    yield lines;
    if (rest.length > LONGEST) return;
  }
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
