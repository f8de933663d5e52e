/** Text that is safe to stand in a page as it is. */
export interface Html {
  readonly html: string;
}

export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function rendered(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map(rendered).join('');
}

/** Markup with everything that is put into it escaped, unless it is markup made here before. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { html: strings.map((text, index) => text + rendered(pieces[index])).join('') };
}

/** Attributes for an element; `undefined` leaves one out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): Html => ({
  html: Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escaped(String(value))}"`))
    .join(''),
});
