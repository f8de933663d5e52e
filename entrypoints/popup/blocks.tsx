import { useState } from 'preact/hooks';

import { LineBlock } from '@/components/line-block';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { nameOf } from '@/entrypoints/pages/names';
import { useLive } from '@/entrypoints/pages/use-live';
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

export function KindWordBlock({ at, call, route }: InsideProps) {
  const { db, now, rules } = at;
  const [all, showAll] = useState(false);
  const found = useLive(() => worthAWord(db), [db]);
  if (!found) return null;
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
      title={t(words, 'popup.kind-words')}
      beside={!all && lines.length > FEW && more}
      lines={all ? lines : lines.slice(0, FEW)}
      none={t(words, 'popup.kind-words.none')}
      onStep={step}
    />
  );
}

const SUGGESTIONS = ['fell', 'dormant', 'call', 'thank', 'protection', 'rung-reached', 'rung-near'] as const;

/** By turns of each suggestion, the soonest of each first, so that none hides the others. */
async function worthAWord(db: NoclaimsDatabase): Promise<Suggested[]> {
  const lists = await Promise.all(SUGGESTIONS.map((suggestion) => suggestedFor(db, suggestion, LOOKED_AT)));
  return Array.from({ length: LOOKED_AT }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}
