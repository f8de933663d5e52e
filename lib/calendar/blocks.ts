/** An event as it stands in the file, one line to an entry. */
export interface EventBlock {
  /** Line of its BEGIN, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  /** METHOD of the calendar around it, in capitals. */
  readonly method?: string;
  /** Its END is there. */
  readonly whole: boolean;
}

export interface Blocks {
  readonly events: readonly EventBlock[];
  /** The time zones that the file defines, each with its lines. */
  readonly zones: readonly (readonly string[])[];
}

/** Cuts a calendar file into its events, so that a bad one spoils no other. Undefined where it is no calendar file. */
export function blocksOf(text: string): Blocks | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!lines.some((line) => isMark(line, 'BEGIN:VCALENDAR'))) return undefined;
  const events: EventBlock[] = [];
  const zones: (readonly string[])[] = [];
  let method: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isMark(line, 'BEGIN:VCALENDAR')) method = undefined;
    method = /^METHOD:\s*(\w+)/i.exec(line)?.[1]?.toUpperCase() ?? method;
    if (isMark(line, 'BEGIN:VTIMEZONE')) {
      const end = endOf(lines, index, 'VTIMEZONE');
      zones.push(lines.slice(index, end.next));
      index = end.next - 1;
    } else if (isMark(line, 'BEGIN:VEVENT')) {
      const { next, whole } = endOf(lines, index, 'VEVENT');
      events.push({ line: index + 1, lines: lines.slice(index, next), whole, ...(method && { method }) });
      index = next - 1;
    }
  }
  return { events, zones };
}

const isMark = (line: string, mark: string): boolean => line.trimEnd().toUpperCase() === mark;

/** The line after the end of a component; without an end, where the next begins. */
function endOf(
  lines: readonly string[],
  from: number,
  name: string,
): { readonly next: number; readonly whole: boolean } {
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isMark(line, `END:${name}`)) return { next: index + 1, whole: true };
    if (isMark(line, `BEGIN:${name}`) || isMark(line, 'END:VCALENDAR')) return { next: index, whole: false };
  }
  return { next: lines.length, whole: false };
}
