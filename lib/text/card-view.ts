import { isUnheard } from './badge-view';
import { cardActions } from './card-actions';
import { badgeOf, type CardFacts } from './card-facts';
import { ladderView } from './card-ladder';
import { costView, monthsView, rateView } from './card-plots';
import { whyView } from './card-reasons';
import { age } from './formats';
import type { CardView } from './view';
import { t } from './words';

/** Everything the card says, in the order it is asked. A section without content is left out. */
export function cardView(facts: CardFacts): CardView {
  const { standing, name, organisation, words } = facts;
  const scored = !standing.unscored;
  const months = scored ? monthsView(facts) : undefined;
  const rate =
    scored && !isUnheard(standing) && (months || standing.level !== 'calm') ? rateView(standing, words) : undefined;
  const cost = scored ? costView(facts) : undefined;
  const ladder = ladderView(facts);
  const shown = { months: Boolean(months), rate: Boolean(rate), ladder: Boolean(ladder) };
  return {
    customerId: standing.customerId,
    lang: words.locale,
    label: t(words, 'card.label', { name }),
    name,
    ...(organisation && { organisation }),
    badge: badgeOf(facts),
    ...whyView(facts, shown),
    ...(months && { months }),
    ...(rate && { rate }),
    ...(cost && { cost }),
    ...(ladder && { ladder }),
    freshness: standing.unscored === 'objection' ? [] : freshnessOf(facts),
    failed: t(words, 'card.failed'),
    actions: cardActions(facts),
  };
}

function freshnessOf({ freshness, words, now }: CardFacts): string[] {
  const { readAt, reopeningsRead, colleague, assumed, untimed } = freshness;
  return [
    readAt === undefined ? t(words, 'fresh.never') : t(words, 'fresh.read', { age: age(words, readAt, now) }),
    ...(reopeningsRead ? [] : [t(words, 'fresh.reopenings')]),
    ...(colleague ? [t(words, 'fresh.colleague')] : []),
    ...(assumed ? [t(words, 'fresh.assumed', { count: assumed })] : []),
    ...(untimed ? [t(words, 'fresh.untimed', { count: untimed })] : []),
  ];
}
