import { useEffect, useState } from 'preact/hooks';

import { CallTimer } from '@/components/call-timer';
import { Icon } from '@/components/icon';
import { readClock } from '@/entrypoints/background/clock';
import { words } from '@/entrypoints/background/language';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { t } from '@/lib/text/words';

import { Find } from './find-view';
import type { Person, Place } from './place';
import { type RunningCall, stopCall } from './timer';

interface Props {
  readonly db: NoclaimsDatabase;
  readonly call: RunningCall | null;
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/** Never moves: find a customer, log a call; or the call that is going on. */
export function Foot({ db, call, place, go }: Props) {
  const now = useNow(call !== null);
  const log = (who?: Person): void => go({ kind: 'log', ...(who && { who }) });
  if (call) {
    const { startedAt, stoppedAt, customerId, name } = call;
    const stop = async (): Promise<void> => {
      if (stoppedAt === undefined) await stopCall(call);
      log(customerId === undefined || name === undefined ? undefined : { customerId, name });
    };
    if (place.kind === 'log' && stoppedAt !== undefined) return null;
    const until = stoppedAt ?? now;
    if (until === undefined) return <footer class="foot live" />;
    return <CallTimer elapsed={until - startedAt} name={name} stopped={stoppedAt !== undefined} onStop={stop} />;
  }
  return (
    <footer class="foot">
      <Find db={db} up onChoose={({ customerId }) => go({ kind: 'customer', customerId })} />
      {place.kind !== 'log' && (
        <button type="button" class="btn" onClick={() => log()}>
          <Icon name="phone" />
          {t(words, 'popup.log')}
        </button>
      )}
    </footer>
  );
}

/** The instant, every second while somebody looks at it. */
function useNow(running: boolean): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    if (!running) return undefined;
    const read = (): void => void readClock().then((reading) => setNow(reading.now));
    read();
    const timer = setInterval(read, 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
