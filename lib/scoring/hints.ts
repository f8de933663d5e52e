import type { Kind, Label } from './contact';

/** A helpdesk's own words of how a ticket came in. */
export interface TicketHints {
  readonly channel?: string;
  readonly queue?: string;
  readonly type?: string;
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** A hint that has this value, whatever its case. */
interface Hinted {
  readonly hint: 'channel' | 'queue' | 'type' | 'tag' | 'field';
  /** The name of the field, where the hint is one. */
  readonly field?: string;
  readonly value: string;
}

/** One line of a source's channel mapping: what is so hinted is of this kind. */
export interface KindMapping extends Hinted {
  readonly kind: Kind;
}

/** One line of what never counts on a source (docs/SCORING.md §1.1). */
export interface NeverLine extends Hinted {
  readonly why: Label;
}

export function says({ hint, field, value }: Hinted, hints: TicketHints = {}): boolean {
  const wanted = value.toLowerCase();
  if (hint === 'tag') return (hints.tags ?? []).some((tag) => tag.toLowerCase() === wanted);
  const said = hint === 'field' ? hints.fields?.[field ?? ''] : hints[hint];
  return said?.toLowerCase() === wanted;
}
