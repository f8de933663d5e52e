import { useState } from 'preact/hooks';

import { LogCall, type LoggedCall } from '@/components/log-call';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { minutesOf } from '@/lib/text/pages-times';
import { t } from '@/lib/text/words';

import { Find } from './find-view';
import type { Route } from './view-props';
import type { Person } from './place';
import { forgetCall, type RunningCall, startCall } from './timer';

interface Props {
  readonly at: Moment;
  readonly who: Person | undefined;
  readonly call: RunningCall | null;
  readonly route: Route;
}

/** Logs a call that was measured, or one that is told. */
export function LogView({ at, who, call, route }: Props) {
  const [person, setPerson] = useState(who);
  const [click] = useState(() => call?.click ?? crypto.randomUUID());
  const measured = call?.stoppedAt === undefined ? undefined : minutesOf(call.stoppedAt - call.startedAt);
  const log = async (logged: LoggedCall): Promise<void> => {
    if (!person) return;
    const { customerId } = person;
    const started = measured === undefined ? {} : { at: call?.startedAt ?? at.now };
    const outcome = await askWorker('act', { customerId, click, action: { do: 'log-call', ...logged, ...started } });
    if (!outcome.ok) return route.say(outcome.why);
    if (measured !== undefined) await forgetCall();
    route.go({ kind: 'customer', customerId });
    route.say(outcome.answer.said);
  };
  const timer = async (): Promise<void> => {
    await startCall(person);
    route.go({ kind: 'home' });
  };
  const discard = async (): Promise<void> => {
    await forgetCall();
    route.go({ kind: 'home' });
  };
  return (
    <>
      <LogCall
        who={<Who at={at} person={person} onPerson={setPerson} />}
        known={person !== undefined}
        minutes={measured}
        onLog={log}
        {...(call ? {} : { onTimer: timer })}
        {...(measured !== undefined && { onDiscard: discard })}
      />
      <p class="blk wrong" role="alert">
        {route.said}
      </p>
    </>
  );
}

interface WhoProps {
  readonly at: Moment;
  readonly person: Person | undefined;
  readonly onPerson: (person: Person | undefined) => void;
}

function Who({ at, person, onPerson }: WhoProps) {
  if (!person) return <Find db={at.db} onChoose={onPerson} />;
  return (
    <p class="chosen">
      <span dir="auto">{person.name}</span>
      <button type="button" class="act" onClick={() => onPerson(undefined)}>
        {t(words, 'popup.log.other')}
      </button>
    </p>
  );
}
