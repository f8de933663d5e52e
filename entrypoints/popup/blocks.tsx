import { useState } from 'preact/hooks';

import { LineBlock } from '@/components/line-block';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { nameOf } from '@/entrypoints/pages/names';
import { useLive } from '@/entrypoints/pages/use-live';
import type { Suggestion } from '@/lib/scoring/standing';
import { alertedCustomers, lastAlertAt, type Suggested, suggestedFor } from '@/lib/store/worth';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { alertLine, kindWordLine, type LineView, noAlerts } from '@/lib/text/popup-lines';
import { t } from '@/lib/text/words';

import type { InsideProps } from './view-props';
import { startCall } from './timer';

const FEW = 3;
const MANY = 50;
/** Of each suggestion. */
const LOOKED_AT = 20;

interface AlertProps extends InsideProps {
  /** Whose panel stands above: their alert is said there. */
  readonly shown: string | undefined;
}

export function AlertBlock({ at, route, shown }: AlertProps) {
  const { db, now, rules, settings } = at;
  const found = useLive(async () => ({ alerts: await alertedCustomers(db, MANY), last: await lastAlertAt(db) }), [db]);
  if (!found) return null;
  const lines = found.alerts
    .filter(({ customer }) => customer.id !== shown)
    .map(({ alert, customer, standing }) => {
      const limit = standing?.limits.find(({ ruleId }) => ruleId === alert.ruleId);
      const person = { customerId: customer.id, name: nameOf(customer) };
      return alertLine({ ...alert, ...(limit && { load: limit.load }) }, person, settings.limits, words);
    });
  return (
    <LineBlock
      title={t(words, shown === undefined ? 'popup.alerts' : 'popup.alerts.other')}
      beside={lines.length > 0 && lines.length}
      lines={lines}
      none={noAlerts(found.last, words, { now, zone: rules.zone })}
      onStep={({ customerId }) => route.go({ kind: 'customer', customerId })}
    />
  );
}

/** Whom to be kind to; there is always such a list, though nobody may be due. */
export const KindWordBlock = (props: InsideProps) => (
  <SuggestionBlock
    {...props}
    title={t(words, 'popup.kind-words')}
    suggestions={KIND_WORDS}
    none={t(words, 'popup.kind-words.none')}
  />
);

/** Whom to talk to about how things go on; shown only where there is somebody. */
export const TalkBlock = (props: InsideProps) => (
  <SuggestionBlock {...props} title={t(words, 'popup.talks')} suggestions={TALKS} />
);

interface SuggestionProps extends InsideProps {
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
  /** Said where nobody is; without it the block is left out then. */
  readonly none?: string;
}

function SuggestionBlock({ at, call, route, title, suggestions, none }: SuggestionProps) {
  const { db, now, rules } = at;
  const [all, showAll] = useState(false);
  const found = useLive(() => byTurns(db, suggestions), [db, suggestions]);
  if (!found || (found.length === 0 && none === undefined)) return null;
  const lines = found.flatMap(
    ({ standing, customer }) => kindWordLine(standing, nameOf(customer), { now, zone: rules.zone, words }) ?? [],
  );
  const step = async ({ customerId, name, step: { do: what } }: LineView): Promise<void> => {
    if (what === 'call' && !call) await startCall({ customerId, name });
    if (what !== 'thank') return route.go({ kind: 'customer', customerId });
    const outcome = await askWorker('act', { customerId, click: crypto.randomUUID(), action: { do: 'thank' } });
    route.say(outcome.ok ? outcome.answer.said : outcome.why);
  };
  const more = (
    <button type="button" class="linklike" onClick={() => showAll(true)}>
      {t(words, 'popup.kind-words.all', { count: lines.length })}
    </button>
  );
  return (
    <LineBlock
      title={title}
      beside={!all && lines.length > FEW && more}
      lines={all ? lines : lines.slice(0, FEW)}
      none={none ?? ''}
      onStep={step}
    />
  );
}

const KIND_WORDS = ['fell', 'dormant', 'call', 'thank', 'protection', 'rung-reached', 'rung-near'] as const;
const TALKS = ['contract-talk', 'stand-in', 'training'] as const;

/** By turns of each suggestion, the soonest of each first, so that none hides the others. */
async function byTurns(db: NoclaimsDatabase, suggestions: readonly Suggestion[]): Promise<Suggested[]> {
  const lists = await Promise.all(suggestions.map((suggestion) => suggestedFor(db, suggestion, LOOKED_AT)));
  return Array.from({ length: LOOKED_AT }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}
