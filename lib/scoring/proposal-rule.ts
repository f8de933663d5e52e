import { DAY, type NamedCause } from './contact';
import { says, type TicketHints } from './hints';

/**
 * A rule by which a source's tickets are given a cause that nobody has said yet (docs/SCORING.md §4.3). It only proposes: a
 * fall that follows waits for a person, and what a person says wins.
 */
export interface ProposalRule {
  readonly id: string;
  readonly on: boolean;
  readonly sourceId: string;
  /** Any of them stands in the subject, as whole words. All else that is said must hold, too. */
  readonly words?: readonly string[];
  readonly queue?: string;
  readonly tag?: string;
  readonly field?: { readonly name: string; readonly value: string };
  readonly status?: 'new' | 'open' | 'waiting' | 'solved' | 'closed';
  /** It has been open for longer than so many days, or had been when it was solved. */
  readonly olderThanDays?: number;
  readonly cause: NamedCause;
}

/** What a rule looks at. */
export interface Ruled {
  /** `<source id>/<ticket>` */
  readonly id: string;
  readonly subject?: string | null;
  readonly status?: string;
  readonly createdAt?: number;
  readonly solvedAt?: number | null;
  readonly hints?: TicketHints;
}

type Condition = (rule: ProposalRule, ticket: Ruled, now: number) => boolean | undefined;

/** Each is undefined where the rule does not ask. */
const CONDITIONS: readonly Condition[] = [
  ({ words }, { subject }) => words && words.some((word) => hasWord(subject ?? '', word)),
  ({ queue }, { hints }) => (queue === undefined ? undefined : says({ hint: 'queue', value: queue }, hints)),
  ({ tag }, { hints }) => (tag === undefined ? undefined : says({ hint: 'tag', value: tag }, hints)),
  ({ field }, { hints }) => field && says({ hint: 'field', field: field.name, value: field.value }, hints),
  ({ status }, ticket) => (status === undefined ? undefined : ticket.status === status),
  ({ olderThanDays }, ticket, now) => (olderThanDays === undefined ? undefined : daysOpen(ticket, now) > olderThanDays),
];

/** Whether the ticket is one of those that the rule speaks of, on or off. A rule that asks for nothing speaks of none. */
export function speaksOf(rule: ProposalRule, ticket: Ruled, now: number): boolean {
  if (!ticket.id.startsWith(`${rule.sourceId}/`)) return false;
  const held = CONDITIONS.map((condition) => condition(rule, ticket, now)).filter((holds) => holds !== undefined);
  return held.length > 0 && held.every(Boolean);
}

/** The cause that the rules propose: of several, that of the first in their order. */
export const proposedCause = (rules: readonly ProposalRule[], ticket: Ruled, now: number): NamedCause | undefined =>
  rules.find((rule) => rule.on && speaksOf(rule, ticket, now))?.cause;

const daysOpen = ({ createdAt, solvedAt }: Ruled, now: number): number =>
  createdAt === undefined ? 0 : ((solvedAt ?? now) - createdAt) / DAY;

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** As a word or words of their own: *down* is not in *download*. */
function hasWord(text: string, word: string): boolean {
  const [haystack, needle] = [text.toLowerCase(), word.trim().toLowerCase()];
  if (needle === '') return false;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if (!isLetter(haystack[at - 1]) && !isLetter(haystack[at + needle.length])) return true;
  }
  return false;
}
