import { discountOf } from './badge-view';
import type { CardFacts } from './card-facts';
import { count, month, onDay } from './formats';
import type { LadderView } from './view';
import { t } from './words';

/** The strip of stamps with what comes next and what is at stake; nothing for those who have just begun. */
export function ladderView(facts: CardFacts): LadderView | undefined {
  const { standing, words, zone } = facts;
  const { discounts, rung, since } = standing.ladder;
  if (standing.unscored && standing.unscored !== 'exempt') return undefined;
  if (standing.level === 'new' && rung === 0) return undefined;
  const [next, risk] = standing.unscored ? [undefined, undefined] : [nextOf(facts), riskOf(facts)];
  const discount = discountOf(standing, words);
  const top = rung === discounts.length - 1;
  return {
    title: t(words, 'ladder.title'),
    value: top
      ? t(words, 'ladder.top', { discount })
      : t(words, 'ladder.since', { discount, month: month(words, since, zone) }),
    rungs: rungsShown(discounts.length, [rung, next?.rung ?? rung, risk?.rung ?? rung]).map((index) => ({
      text: discountOf(standing, words, index),
      state: index < rung ? 'had' : index === rung ? 'at' : 'ahead',
      ...(index === next?.rung ? { mark: 'next' } : index === risk?.rung ? { mark: 'risk' } : {}),
    })),
    ...(next && { next: next.text }),
    ...(risk && { risk: risk.text }),
  };
}

/** So many stamps fit beside each other. */
const MOST_STAMPS = 8;

/** All of them where they fit; else the ends, where the customer stands, what waits and what is at stake, with their neighbours. */
function rungsShown(rungs: number, marked: readonly number[]): number[] {
  const all = Array.from({ length: rungs }, (_, index) => index);
  if (rungs <= MOST_STAMPS) return all;
  const [at = 0] = marked;
  const wanted = [...marked, 0, rungs - 1, at - 1, at + 1, at - 2, at + 2, at + 3, at - 3];
  const shown = [...new Set(wanted)].filter((index) => index >= 0 && index < rungs).slice(0, MOST_STAMPS - 1);
  return shown.toSorted((a, b) => a - b);
}

interface Outlook {
  readonly rung: number;
  readonly text: string;
}

/** The rung above: reached by waiting, or not this year. */
function nextOf(facts: CardFacts): Outlook | undefined {
  const { standing, words } = facts;
  const { next, rung, discounts } = standing.ladder;
  if (!next || next.rung < rung || rung === discounts.length - 1) return undefined;
  if (next.rung > rung) {
    const discount = discountOf(standing, words, next.rung);
    const text = t(words, 'reason.rung-near', { discount, day: onDay(words, next.at, facts) });
    return { rung: next.rung, text };
  }
  const discount = discountOf(standing, words, rung + 1);
  return { rung: rung + 1, text: t(words, 'ladder.hold', { discount, ...claimsOf(facts) }) };
}

const claimsOf = ({ standing, words }: CardFacts): { count: number; allowed: string } => {
  const { claims = 0, allowed = 0 } = standing.ladder.next ?? {};
  return { count: claims, allowed: allowed === 0 ? t(words, 'ladder.none') : count(words, allowed) };
};

/** A fall that the next anniversary brings, else what an unknown crash would cost. */
function riskOf(facts: CardFacts): Outlook | undefined {
  const { standing, words } = facts;
  const { next, risk, rung } = standing.ladder;
  if (next && next.rung < rung) {
    const discount = discountOf(standing, words, next.rung);
    const day = onDay(words, next.at, facts);
    return { rung: next.rung, text: t(words, 'ladder.step', { discount, day, ...claimsOf(facts) }) };
  }
  if (!risk || risk.rung >= rung) return undefined;
  if (rung - risk.rung === 1) return { rung: risk.rung, text: t(words, 'ladder.risk.rung') };
  const said = { from: discountOf(standing, words), to: discountOf(standing, words, risk.rung) };
  return { rung: risk.rung, text: t(words, risk.immediate ? 'ladder.risk.now' : 'ladder.risk.later', said) };
}
