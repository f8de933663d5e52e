import type { Recharge } from '@/lib/scoring/recharge';
import type { Reason, Standing } from '@/lib/scoring/standing';

import { discountOf, isUnheard, toneOf, whyUnscored } from './badge-view';
import type { CardFacts } from './card-facts';
import { count, onDay, percent, rate } from './formats';
import { sentence } from './sentences';
import type { CardView, Icon, ReasonView, Tone } from './view';
import { t, type Words } from './words';

const MOST = 3;

/** Which sections say themselves what a reason would say again. */
export interface Shown {
  readonly months: boolean;
  readonly rate: boolean;
  readonly ladder: boolean;
}

/** The first question, *why*: spoken where there is little to say, else a list, strongest first. */
export function whyView(facts: CardFacts, shown: Shown): Pick<CardView, 'said' | 'reasons'> {
  const { standing, words } = facts;
  if (standing.unscored) {
    return { said: sentence(whyUnscored(standing, standing.unscored), words, facts), reasons: [] };
  }
  const [first, ...others] = standing.reasons;
  const spoken = first && isSpoken(first);
  const said = spoken ? { said: spokenSentence(first, facts, shown) } : {};
  const listed = spoken ? others : standing.reasons;
  const fresh = listed.filter((reason) => !isShown(reason, shown));
  const kept = fresh.length > 0 || spoken ? fresh : listed;
  const reasons = [...proposedView(facts), ...kept.map((reason) => reasonView(reason, facts))];
  return { ...said, reasons: reasons.slice(0, MOST) };
}

const SPOKEN: ReadonlySet<Reason['kind']> = new Set(['quiet', 'new', 'as-expected', 'dormant']);
const isSpoken = ({ kind }: Reason): boolean => SPOKEN.has(kind);

function isShown({ kind }: Reason, shown: Shown): boolean {
  if (kind === 'rung-near') return shown.ladder;
  if (kind === 'expected') return shown.rate;
  return kind === 'not-counted' && shown.months;
}

function spokenSentence(reason: Reason, facts: CardFacts, shown: Shown): string {
  const { standing, words } = facts;
  if (isUnheard(standing)) return t(words, 'reason.new.none');
  const said = sentence(reason, words, facts);
  if (reason.kind !== 'quiet' || shown.rate) return said;
  return `${said} ${t(words, 'reason.expect', { mean: rate(words, standing.rate.mean) })}`;
}

/** A fall that waits for a person stands above everything else. */
function proposedView(facts: CardFacts): ReasonView[] {
  const { standing, words } = facts;
  return standing.ladder.proposed.slice(0, 1).map(({ from, to, at, recharge }) => {
    const said = t(words, 'reason.proposed', {
      from: discountOf(standing, words, from),
      to: discountOf(standing, words, to),
      day: onDay(words, at, facts),
    });
    return { icon: 'lost', tone: 'watch', text: recharge ? `${said} ${rechargeSaid(recharge, words)}` : said };
  });
}

const rechargeSaid = ({ points, days, of }: Recharge, words: Words): string =>
  t(words, 'reason.recharge', {
    share: percent(words, (points * days) / of),
    days: count(words, days),
    of: count(words, of),
  });

/** A reason with its silhouette. */
export function reasonView(reason: Reason, facts: Pick<CardFacts, 'standing' | 'words' | 'now' | 'zone'>): ReasonView {
  const [icon, tone] = faceOf(reason, facts.standing);
  return { icon, ...(tone && { tone }), text: sentence(reason, facts.words, facts) };
}

function faceOf(reason: Reason, standing: Standing): readonly [Icon, Tone?] {
  switch (reason.kind) {
    case 'over-limit':
      return ['over', 'expensive'];
    case 'many':
      return standing.level === 'watch' ? ['watch', 'watch'] : ['expensive', 'expensive'];
    case 'expected':
      return reason.aboveLimit >= 0.8 ? ['expensive', 'expensive'] : ['watch', 'watch'];
    case 'quiet':
    case 'as-expected': {
      const tone = toneOf(standing);
      return tone === 'loved' ? ['loved', 'loved'] : ['calm', 'calm'];
    }
    case 'new':
    case 'little-history':
    case 'dormant':
      return ['new', 'new'];
    case 'best':
      return ['phone', 'loved'];
    case 'pays-its-way':
      return ['phone', 'watch'];
    case 'loss-making':
      return ['loss', reason.minor < 0 ? 'expensive' : 'watch'];
    case 'weekly-conference':
      return ['conference', 'watch'];
    case 'fell':
      return ['lost', 'watch'];
    case 'rung-near':
    case 'rung-reached':
      return ['rung', 'calm'];
    case 'doubled':
      return ['check'];
    case 'not-counted':
      return ['exempt'];
    case 'unscored':
      return [reason.why === 'exempt' ? 'exempt' : reason.why === 'objection' ? 'paused' : 'shared'];
  }
}
