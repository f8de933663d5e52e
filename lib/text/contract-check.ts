import type { Contract, RevenuePart, Stretch } from '@/lib/scoring/contract';

import { goesOn, type ContractDraft, type PartDraft, type StretchDraft } from './contract-draft';
import { numberOf, textAsMinor } from './pages-numbers';
import { t, type MessageKey, type Words } from './words';

/** What is wrong with a draft, by the field: *start*, *pauses.0.to*, *revenue.2.amount*. */
export type Faults = ReadonlyMap<string, string>;

export type Checked =
  | { readonly ok: true; readonly contract: Contract }
  | { readonly ok: false; readonly faults: Faults };

/** Why a field cannot be taken; each has its sentence. */
type Why =
  | 'day'
  | 'no-start'
  | 'order'
  | 'overlap'
  | 'zone'
  | 'currency'
  | 'amount'
  | 'months'
  | 'years'
  | 'seats'
  | 'ladder';

type Blame = (field: string, why: Why) => undefined;

const MOST_MINOR = 1e12;

/** The contract that a draft stands for, or everything that is wrong with it. `ladders` are the ids one can choose from. */
export function contractOf(draft: ContractDraft, ladders: readonly string[], words: Words): Checked {
  const faults = new Map<string, string>();
  const blame: Blame = (field, why) => {
    if (!faults.has(field)) faults.set(field, t(words, `contract.wrong.${why}` satisfies MessageKey));
    return undefined;
  };
  const contract = read(draft, ladders, blame);
  return contract && faults.size === 0 ? { ok: true, contract } : { ok: false, faults };
}

function read(draft: ContractDraft, ladders: readonly string[], blame: Blame): Contract | undefined {
  const { id, holder, zone, ladderId } = draft;
  const start = draft.start === '' ? blame('start', 'no-start') : dayIn(draft.start, 'start', blame);
  const end = dayAfter(draft.end, 'end', blame);
  if (start && end && end <= start) blame('end', 'order');
  if (zone !== '' && !isZone(zone)) blame('zone', 'zone');
  if (ladderId !== '' && !ladders.includes(ladderId)) blame('ladderId', 'ladder');
  const currency = draft.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return blame('currency', 'currency');
  const pauses = pausesOf(draft.pauses, blame);
  const revenue = draft.revenue.flatMap(
    (part, index) => partOf(part, { currency, at: `revenue.${index}`, blame }) ?? [],
  );
  const goodsMinor = draft.goods === '' ? undefined : amountIn(draft.goods, 'goods', currency, blame);
  const priorYears = wholeIn(draft.priorYears, { field: 'priorYears', least: 0, most: 60, why: 'years' }, blame);
  const seats = wholeIn(draft.seats, { field: 'seats', least: 1, most: 1e7, why: 'seats' }, blame);
  if (!start) return undefined;
  return {
    id,
    holder,
    start,
    ...(end !== undefined && { end }),
    ...(zone !== '' && { zone }),
    pauses,
    currency,
    revenue,
    ...(goodsMinor !== undefined && { goodsMinor }),
    ...(ladderId !== '' && { ladderId }),
    ...(priorYears !== undefined && { priorYears }),
    ...(seats !== undefined && { seats }),
  };
}

/** In order of time; two at once would be cut out twice. */
function pausesOf(drafts: readonly StretchDraft[], blame: Blame): Stretch[] {
  const known = drafts.flatMap(({ from, to }, index) => {
    const first = dayIn(from, `pauses.${index}.from`, blame);
    const after = dayAfter(to, `pauses.${index}.to`, blame);
    if (first && after && after <= first) blame(`pauses.${index}.to`, 'order');
    return first ? [{ index, pause: { from: first, ...(after !== undefined && { to: after }) } }] : [];
  });
  const sorted = known.toSorted((a, b) => (a.pause.from < b.pause.from ? -1 : 1));
  for (const [place, { index, pause }] of sorted.entries()) {
    const before = sorted[place - 1]?.pause;
    if (before && (before.to === undefined || before.to > pause.from)) blame(`pauses.${index}.from`, 'overlap');
  }
  return sorted.map(({ pause }) => pause);
}

interface PartPlace {
  readonly currency: string;
  readonly at: string;
  readonly blame: Blame;
}

function partOf(draft: PartDraft, { currency, at, blame }: PartPlace): RevenuePart | undefined {
  const { kind } = draft;
  const minor = amountIn(draft.amount, `${at}.amount`, currency, blame);
  const from = dayIn(draft.from, `${at}.from`, blame);
  const to = goesOn(kind) ? dayAfter(draft.to, `${at}.to`, blame) : undefined;
  if (from && to && to <= from) blame(`${at}.to`, 'order');
  const costMinor = kind === 'resale' ? amountIn(draft.cost, `${at}.cost`, currency, blame) : 0;
  const termMonths =
    kind === 'licence'
      ? (wholeIn(draft.months || '?', { field: `${at}.months`, least: 1, most: 600, why: 'months' }, blame) ?? 0)
      : 0;
  if (minor === undefined || from === undefined || costMinor === undefined) return undefined;
  switch (kind) {
    case 'monthly':
    case 'support':
      return { kind, minor, from, ...(to !== undefined && { to }) };
    case 'licence':
      return { kind, minor, at: from, termMonths };
    case 'resale':
      return { kind, minor, costMinor, at: from };
    case 'work':
      return { kind, minor, at: from };
  }
}

function dayIn(text: string, field: string, blame: Blame): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return blame(field, 'day');
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return blame(field, 'day');
    throw error;
  }
}

/** The day after a last day, as data has it; nothing where no last day is written. */
function dayAfter(text: string, field: string, blame: Blame): string | undefined {
  if (text === '') return undefined;
  const day = dayIn(text, field, blame);
  return day && Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function amountIn(text: string, field: string, currency: string, blame: Blame): number | undefined {
  const minor = textAsMinor(text, currency);
  return minor >= 0 && minor <= MOST_MINOR ? minor : blame(field, 'amount');
}

interface Whole {
  readonly field: string;
  readonly least: number;
  readonly most: number;
  readonly why: Why;
}

function wholeIn(text: string, { field, least, most, why }: Whole, blame: Blame): number | undefined {
  if (text === '') return undefined;
  const figure = numberOf(text);
  return Number.isInteger(figure) && figure >= least && figure <= most ? figure : blame(field, why);
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
