import type { LimitStanding, Reason, Standing, Unscored } from '@/lib/scoring/standing';
import type { AlertRow } from '@/lib/store/rows';

import { type Clock, count, percent, shortDay } from './formats';
import { overLimit, sentence, windowOf } from './sentences';
import { STANDING_PICTURES } from './standing-pictures';
import type { BadgeView, MarkView, StandingIcon, Tone } from './view';
import { type MessageKey, t, type Words } from './words';

export type OpenAlert = Pick<AlertRow, 'id' | 'ruleId' | 'load' | 'max'>;

export interface BadgeFacts extends Clock {
  readonly name: string;
  readonly words: Words;
  readonly alert?: OpenAlert;
  /** The alert sleeps until then. */
  readonly snoozedUntil?: number;
}

/** A fall is news for so long. */
const NEWS = 30 * 86_400_000;

/** What stands beside the requester's name. */
export function badgeView(standing: Standing, facts: BadgeFacts): BadgeView {
  const { words, name } = facts;
  const mark = markOf(standing, facts);
  const face = faceOf(standing, facts);
  return {
    ...face,
    picture: STANDING_PICTURES[face.icon],
    label: t(words, 'badge.label', { word: face.word, name, said: saidOf(standing, facts) }),
    ...(mark && { mark: { ...mark, picture: STANDING_PICTURES[mark.icon] } }),
  };
}

type Face = Omit<BadgeView, 'label' | 'mark' | 'picture'>;

function faceOf(standing: Standing, facts: BadgeFacts): Face {
  const { words, alert, snoozedUntil, now } = facts;
  if (standing.unscored) return unscoredFace(standing.unscored, standing, words);
  if (isUnheard(standing)) return { tone: 'new', icon: 'new', word: t(words, 'level.new'), figures: [], quiet: true };
  const tone = toneOf(standing);
  if (alert && snoozedUntil !== undefined && snoozedUntil > now) {
    const day = shortDay(words, snoozedUntil, facts);
    const figures = [t(words, 'badge.until', { day })];
    return { tone, icon: 'snoozed', word: t(words, 'badge.snoozed'), figures, quiet: true };
  }
  const figures = figuresOf(standing, facts);
  if (alert) return { tone: 'expensive', icon: 'over', word: t(words, 'badge.over'), figures, alert: true };
  const { fell } = standing.ladder;
  if (fell && now - fell.at < NEWS) {
    const [from, to] = [discountOf(standing, words, fell.from), discountOf(standing, words, fell.to)];
    const lost = t(words, 'badge.fell', { from, to });
    return { tone: 'watch', icon: 'lost', word: t(words, 'badge.lost'), figures: [lost] };
  }
  return { tone, icon: tone, word: t(words, `level.${tone}`), figures };
}

const UNSCORED = {
  exempt: { icon: 'exempt', key: 'badge.exempt' },
  objection: { icon: 'paused', key: 'badge.unscored' },
  organisation: { icon: 'shared', key: 'badge.organisation' },
  'shared-mailbox': { icon: 'shared', key: 'badge.shared' },
} as const satisfies Record<Unscored, { icon: StandingIcon; key: MessageKey }>;

function unscoredFace(why: Unscored, standing: Standing, words: Words): Face {
  const { icon, key } = UNSCORED[why];
  const word = t(words, key);
  if (why === 'exempt') return { tone: 'new', icon, word, figures: [discountOf(standing, words)] };
  return { tone: 'new', icon, word, figures: [], quiet: true };
}

/** No demand is on record, since none was made or its time could not be read: nothing was counted, not even to nought. */
export const isUnheard = ({ level, firstAt }: Standing): boolean => level === 'new' && firstAt === undefined;

/** The level as a colour; loved is how calm is drawn. */
export function toneOf({ level, loved }: Standing): Tone {
  if (level === 'unscored') return 'new';
  return level === 'calm' && loved ? 'loved' : level;
}

/** The discount of a rung, by default the present one. */
export const discountOf = ({ ladder }: Standing, words: Words, rung = ladder.rung): string =>
  percent(words, ladder.discounts[rung] ?? 0);

/** The limit of the alert, else the one that is nearest to being broken. */
function limitOf({ limits }: Standing, alert: OpenAlert | undefined): LimitStanding | undefined {
  return limits.find(({ ruleId }) => ruleId === alert?.ruleId) ?? limits[0];
}

function figuresOf(standing: Standing, { words, alert }: BadgeFacts): string[] {
  const limit = limitOf(standing, alert);
  const load = limit ? [t(words, 'badge.load', loadOf(words, limit))] : [];
  const nothingYet = standing.level === 'new' && standing.ladder.rung === 0;
  return nothingYet ? load : [...load, discountOf(standing, words)];
}

const loadOf = (words: Words, { load, max }: LimitStanding): { load: string; max: string } => ({
  load: count(words, load),
  max: count(words, max),
});

/** The reason that is on record, with its note, else the bare one. */
export const whyUnscored = ({ reasons }: Standing, why: Unscored): Reason =>
  reasons.find(({ kind }) => kind === 'unscored') ?? { kind: 'unscored', why };

function saidOf(standing: Standing, facts: BadgeFacts): string {
  const { words, alert, snoozedUntil, now } = facts;
  if (standing.unscored) return sentence(whyUnscored(standing, standing.unscored), words, facts);
  if (isUnheard(standing)) return t(words, 'badge.label.unheard');
  const limit = limitOf(standing, alert);
  const sleeping = alert && snoozedUntil !== undefined && snoozedUntil > now;
  return [
    ...(limit ? [overLimit(words, limit)] : []),
    ...(sleeping ? [t(words, 'badge.label.snoozed', { day: shortDay(words, snoozedUntil, facts) })] : []),
    t(words, 'badge.label.discount', { discount: discountOf(standing, words) }),
  ].join(' ');
}

/** Only exceptions are marked in a list: an alert that is awake, watch, expensive, loved. */
function markOf(
  standing: Standing,
  { words, alert, snoozedUntil, now }: BadgeFacts,
): Omit<MarkView, 'picture'> | undefined {
  if (standing.unscored) return undefined;
  const limit = limitOf(standing, alert);
  if (alert && limit && !(snoozedUntil !== undefined && snoozedUntil > now)) {
    const figure = t(words, 'mark.figure', loadOf(words, limit));
    return { icon: 'over', tone: 'expensive', figure, title: titleOf(words, t(words, 'badge.over'), limit) };
  }
  const tone = toneOf(standing);
  if (tone === 'loved') return { icon: tone, tone, title: t(words, 'mark.loved') };
  if (tone !== 'watch' && tone !== 'expensive') return undefined;
  const word = t(words, `level.${tone}`);
  return { icon: tone, tone, title: limit ? titleOf(words, word, limit) : word };
}

const titleOf = (words: Words, word: string, limit: LimitStanding): string =>
  t(words, 'mark.title', { word, ...loadOf(words, limit), window: windowOf(words, limit.window) });
