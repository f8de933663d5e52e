import type { LimitStanding } from '@/lib/scoring/standing';

import { discountOf } from './badge-view';
import { cardActions } from './card-actions';
import { badgeOf, type CardFacts } from './card-facts';
import { whyView } from './card-reasons';
import { count, money } from './formats';
import type { BadgeView, CardActions, ReasonView } from './view';
import { t, type Words } from './words';

/** One figure with its comparison: *4 of 3*. */
export interface FigureView {
  readonly term: string;
  readonly figure: string;
  readonly of?: string;
  /** Money below zero. */
  readonly below?: true;
}

/** A customer in a page of ours: who, how it stands, why, and what to do. */
export interface CustomerPanelView {
  readonly customerId: string;
  readonly name: string;
  readonly organisation?: string;
  readonly badge: BadgeView;
  readonly figures: readonly FigureView[];
  readonly said?: string;
  readonly reasons: readonly ReasonView[];
  readonly actions: CardActions;
}

const NO_PLOTS = { months: false, rate: false, ladder: false } as const;

export function customerPanel(facts: CardFacts): CustomerPanelView {
  const { standing, name, organisation } = facts;
  return {
    customerId: standing.customerId,
    name,
    ...(organisation && { organisation }),
    badge: badgeOf(facts),
    figures: standing.unscored ? [] : figuresOf(facts),
    ...whyView(facts, NO_PLOTS),
    actions: cardActions(facts),
  };
}

/** The limit of the alert or the nearest one, what the year left or else what it cost, the discount. */
function figuresOf({ standing, words, openAlert, currency }: CardFacts): FigureView[] {
  const limit = standing.limits.find(({ ruleId }) => ruleId === openAlert?.ruleId) ?? standing.limits[0];
  const {
    margin,
    year: { costMinor },
  } = standing;
  return [
    ...(limit ? [limitFigure(words, limit)] : []),
    margin
      ? {
          term: t(words, 'popup.fact.margin'),
          figure: money(words, margin.minor, margin.currency),
          ...(margin.minor < 0 && { below: true as const }),
        }
      : { term: t(words, 'popup.fact.cost'), figure: money(words, costMinor, currency) },
    { term: t(words, 'popup.fact.discount'), figure: discountOf(standing, words) },
  ];
}

const limitFigure = (words: Words, { window, load, max }: LimitStanding): FigureView => ({
  term: windowTerm(words, window),
  figure: count(words, load),
  of: t(words, 'popup.fact.of', { max: count(words, max) }),
});

function windowTerm(words: Words, window: LimitStanding['window']): string {
  if (window === 'contract' || window === 'ever') return t(words, `popup.fact.${window}`);
  const { days } = window;
  return days < 1
    ? t(words, 'popup.fact.hours', { count: Math.max(1, Math.round(days * 24)) })
    : t(words, 'popup.fact.days', { count: days });
}
