import { CAUSES } from './contact';
import { type Ladder, type StepBack, topOf } from './ladder';

/** Everything that is wrong with a ladder, as sentences that say what to do; none where it can be used. */
export function ladderFaults(ladder: Ladder): string[] {
  const { discounts, claimFreeMax, priorYears = 0 } = ladder;
  if (discounts.length === 0) return ['A ladder needs at least one rung.'];
  return [
    ...discounts.flatMap((discount, rung) => discountFaults(discount, discounts[rung - 1], rung)),
    ...rungFaults('The entry', ladder.entry, ladder),
    ...wholeFaults('The number of claims that a year may have', claimFreeMax, 0),
    ...wholeFaults('The number of prior years', priorYears, 0),
    ...riseFaults(ladder),
    ...Object.entries(ladder.stepBack).flatMap(([cause, step]) => causeFaults(cause, step, ladder)),
    ...protectionFaults(ladder),
    ...amnestyFaults(ladder),
  ];
}

function discountFaults(discount: number, before: number | undefined, rung: number): string[] {
  if (!(discount <= 100 && discount > -Infinity)) {
    return [`The discount of rung ${rung} is ${discount} %: give 100 or less, below zero for a surcharge.`];
  }
  if (before === undefined || discount >= before) return [];
  return [
    `Rung ${rung} gives ${discount} %, less than the rung before it (${before} %): order the rungs by their discount.`,
  ];
}

function rungFaults(what: string, rung: number, ladder: Ladder): string[] {
  const top = topOf(ladder);
  if (Number.isInteger(rung) && rung >= 0 && rung <= top) return [];
  return [`${what} is rung ${rung}: choose one from 0 to ${top}.`];
}

const wholeFaults = (what: string, value: number, least: number): string[] =>
  Number.isInteger(value) && value >= least ? [] : [`${what} is ${value}: give a whole number from ${least} on.`];

function riseFaults(ladder: Ladder): string[] {
  const { promote, discounts } = ladder;
  if (!promote) return [];
  if (promote.length !== discounts.length)
    return [`Say for each of the ${discounts.length} rungs where a quiet year leads.`];
  return promote.flatMap((to, from) => {
    const faults = rungFaults(`The rise from rung ${from}`, to, ladder);
    if (faults.length > 0 || to >= from) return faults;
    return [`A quiet year leads from rung ${from} down to ${to}: it must not cost anything.`];
  });
}

function causeFaults(cause: string, step: StepBack, ladder: Ladder): string[] {
  if (!CAUSES.some((known) => known === cause))
    return [`Nobody knows the cause ${cause}: use one of ${CAUSES.join(', ')}.`];
  if (cause === 'product_fault') return ['A fault of ours must not cost a rung: take product_fault out.'];
  if (cause === 'pending') return ['What nobody has judged must not cost a rung: take pending out.'];
  if ('by' in step) return step.by === 'all' ? [] : wholeFaults(`The number of rungs that ${cause} costs`, step.by, 1);
  if (step.to.length !== ladder.discounts.length) {
    return [
      `The table of ${cause} has ${step.to.length} rows: give one for each of the ${ladder.discounts.length} rungs.`,
    ];
  }
  return step.to.flatMap((row, from) => rowFaults(`The table of ${cause}, rung ${from},`, from, row, ladder));
}

function rowFaults(where: string, from: number, row: readonly number[], ladder: Ladder): string[] {
  if (row.length === 0) return [`${where} is empty: say where one claim leads.`];
  return row.flatMap((to, column) => {
    const faults = rungFaults(`${where} claim ${column + 1}`, to, ladder);
    if (faults.length > 0) return faults;
    const before = row[column - 1] ?? from;
    return to > before ? [`${where} claim ${column + 1} leads up from ${before} to ${to}: a claim never raises.`] : [];
  });
}

function protectionFaults({ protection, ...ladder }: Ladder): string[] {
  if (!protection) return [];
  const { fromRung, maxClaims, windowYears, heldYears = 0, priceMinor = 0 } = protection;
  return [
    ...rungFaults('The protection', fromRung, ladder),
    ...wholeFaults('The number of claims that protection forgives', maxClaims, 1),
    ...wholeFaults('The window of the protection in years', windowYears, 1),
    ...wholeFaults('The waiting time of the protection in years', heldYears, 0),
    ...wholeFaults('The price of protection', priceMinor, 0),
  ];
}

const amnestyFaults = ({ amnesty, ...ladder }: Ladder): string[] =>
  amnesty
    ? [
        ...wholeFaults('The number of claim-free years before an amnesty', amnesty.claimFreeYears, 1),
        ...rungFaults('The amnesty', amnesty.notBelow, ladder),
      ]
    : [];
