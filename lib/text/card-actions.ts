import { discountOf } from './badge-view';
import type { CardFacts, CauseLoss } from './card-facts';
import { CAUSES_SHOWN, KINDS_SHOWN } from './choices';
import { onDay } from './formats';
import { firstNameOf } from './letter';
import type { CardActions, MoreChoice } from './view';
import { t, type Words } from './words';

/** The buttons of the card. Whoever objected has only what the law gives. */
export function cardActions(facts: CardFacts): CardActions {
  const { standing, words, canThank, name } = facts;
  const more = { word: t(words, 'action.more'), choices: moreChoices(facts) };
  if (standing.unscored === 'objection') return { more };
  const causes = causesOf(facts);
  return {
    ...(canThank && isQuiet(facts) && { thank: { word: thankWord(words, name) } }),
    logCall: {
      word: t(words, 'action.log'),
      kindWord: t(words, 'action.log.kind'),
      kinds: KINDS_SHOWN.map((kind) => ({ kind, word: t(words, `kind.${kind}`) })),
      minutesWord: t(words, 'action.log.minutes'),
      submit: t(words, 'action.log.submit'),
    },
    ...(causes && { causes }),
    more,
  };
}

/** To whom a thank-you is the first thing that comes to mind. */
const isQuiet = ({ standing, openAlert }: CardFacts): boolean => standing.level === 'calm' && !openAlert;

function thankWord(words: Words, name: string): string {
  const first = firstNameOf(name);
  return first ? t(words, 'action.thank', { name: first }) : t(words, 'action.thank.plain');
}

function causesOf(facts: CardFacts): CardActions['causes'] {
  const { words, ticketCause } = facts;
  if (!ticketCause) return undefined;
  const { contactId, cause: present } = ticketCause;
  return {
    word: t(words, 'action.cause'),
    ...(contactId !== undefined && { contactId }),
    choices: CAUSES_SHOWN.map((cause) => {
      const now = cause === present;
      const loss = now ? undefined : lossWord(facts, facts.losses?.[cause] ?? crashLoss(facts, cause));
      return {
        cause,
        word: t(words, `cause.${cause}`),
        note: t(words, `cause.${cause}.note`),
        ...(loss && { loss }),
        ...(now && { now: true as const }),
      };
    }),
  };
}

/** What the standing itself says of an unknown crash. */
function crashLoss({ standing }: CardFacts, cause: string): CauseLoss | undefined {
  const { risk, next } = standing.ladder;
  if (cause !== 'unknown_crash' || !risk || standing.unscored) return undefined;
  return { rung: risk.rung, ...(!risk.immediate && next && { at: next.at }) };
}

function lossWord(facts: CardFacts, loss: CauseLoss | undefined): string | undefined {
  const { standing, words } = facts;
  if (!loss || loss.rung >= standing.ladder.rung) return undefined;
  const said = { from: discountOf(standing, words), to: discountOf(standing, words, loss.rung) };
  if (loss.at === undefined) return t(words, 'loss.now', said);
  return t(words, 'loss.later', { ...said, day: onDay(words, loss.at, facts) });
}

const SNOOZE_DAYS = [7, 30] as const;

function moreChoices(facts: CardFacts): MoreChoice[] {
  const { standing, words, openAlert } = facts;
  const erase: MoreChoice = ask(words, 'erase');
  if (standing.unscored === 'objection') return [ask(words, 'unobjects'), erase];
  const snoozes: MoreChoice[] = openAlert
    ? SNOOZE_DAYS.map((days) => ({
        action: 'snooze',
        word: t(words, 'action.snooze', { count: days }),
        subject: openAlert.id,
        days,
      }))
    : [];
  const thanks: MoreChoice[] =
    facts.canThank && !isQuiet(facts) ? [{ action: 'thank', word: thankWord(words, facts.name) }] : [];
  const exempt: MoreChoice[] =
    standing.unscored === 'exempt'
      ? [{ action: 'unexempt', word: t(words, 'action.unexempt') }]
      : standing.unscored
        ? []
        : [{ ...ask(words, 'exempt'), reason: t(words, 'action.reason') }];
  return [...lossChoices(facts), ...snoozes, ...thanks, ...exempt, ask(words, 'objects'), erase];
}

const ask = (words: Words, action: 'exempt' | 'objects' | 'unobjects' | 'erase'): MoreChoice => ({
  action,
  word: t(words, `action.${action}`),
  confirm: t(words, `action.${action}.confirm`),
});

/** A proposed fall is confirmed or refused with a reason; the oldest first. */
function lossChoices(facts: CardFacts): MoreChoice[] {
  const { standing, words } = facts;
  return standing.ladder.proposed.slice(0, 1).flatMap(({ contactId, from, to, at }) => {
    const said = { from: discountOf(standing, words, from), to: discountOf(standing, words, to) };
    return (['confirm-loss', 'refuse-loss'] as const).map((action) => ({
      action,
      word: t(words, `action.${action}`, { to: said.to }),
      confirm: t(words, `action.${action}.confirm`, { ...said, day: onDay(words, at, facts) }),
      reason: t(words, 'action.reason'),
      subject: contactId,
    }));
  });
}
