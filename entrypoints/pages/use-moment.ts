import { useEffect, useState } from 'preact/hooks';

import { moment, type Moment } from '@/entrypoints/background/moment';

/** The database, the instant and the settings, read again every so many ms. Only after consent. */
export function useMoment(everyMs: number): Moment | undefined {
  const [at, setAt] = useState<Moment>();
  useEffect(() => {
    const read = (): void => void moment().then(setAt);
    read();
    const timer = setInterval(read, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}
