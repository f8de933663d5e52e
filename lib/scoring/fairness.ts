import type { Level } from './standing';

/** A customer's badge, and the groups in which a skew is looked for. Groups are never inputs of a badge. */
export interface Badged {
  readonly level: Level;
  readonly plan?: string;
  readonly language?: string;
  readonly country?: string;
}

export const GROUPINGS = ['plan', 'language', 'country'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface GroupShare {
  readonly by: Grouping;
  /** Absent: of whom it is not known. */
  readonly group?: string;
  readonly customers: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Share on watch or expensive among those who are scored, 0 to 1. */
  readonly marked: number;
  /** More or less often marked than all customers are, beyond chance. */
  readonly skew?: 'more' | 'less';
}

export interface FairnessReport {
  readonly customers: number;
  readonly marked: number;
  /** By grouping, the largest group first. */
  readonly groups: readonly GroupShare[];
}

/** Below so many scored customers a share says nothing of a group. */
const LEAST = 20;
/** Two-sided 95 %. */
const Z = 1.959964;

/** Shares of badges by plan, language and country, so that a skew is seen (docs/SCORING.md §5, guard 8). */
export function fairnessOf(customers: readonly Badged[]): FairnessReport {
  const { marked } = shareOf(customers);
  const groups = GROUPINGS.flatMap((by) =>
    [...Map.groupBy(customers, (customer) => customer[by])]
      .map(([group, members]) => groupShare({ by, ...(group !== undefined && { group }) }, members, marked))
      .toSorted((a, b) => b.customers - a.customers || ((a.group ?? '') < (b.group ?? '') ? -1 : 1)),
  );
  return { customers: customers.length, marked, groups };
}

function groupShare(group: Pick<GroupShare, 'by' | 'group'>, members: readonly Badged[], overall: number): GroupShare {
  const { levels, marked, scored } = shareOf(members);
  const { low, high } = wilson(marked, scored);
  const skew = scored < LEAST ? undefined : low > overall ? 'more' : high < overall ? 'less' : undefined;
  return { ...group, customers: members.length, levels, marked, ...(skew && { skew }) };
}

function shareOf(members: readonly Badged[]) {
  const levels: Record<Level, number> = { new: 0, calm: 0, watch: 0, expensive: 0, unscored: 0 };
  for (const { level } of members) levels[level] += 1;
  const scored = members.length - levels.unscored;
  return { levels, scored, marked: scored > 0 ? (levels.watch + levels.expensive) / scored : 0 };
}

/** Wilson's interval of a share among so many. */
function wilson(share: number, among: number): { readonly low: number; readonly high: number } {
  if (among === 0) return { low: 0, high: 1 };
  const spread = Z ** 2 / among;
  const centre = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share) + spread / 4) / among);
  return { low: (centre - half) / (1 + spread), high: (centre + half) / (1 + spread) };
}
