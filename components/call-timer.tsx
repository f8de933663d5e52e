import { running } from '@/lib/text/pages-times';
import { t } from '@/lib/text/words';

import { PageIcon } from './page-icon';
import { useWords } from './page-words';

interface Props {
  /** How long the call runs, ms. */
  readonly elapsed: number;
  /** With whom, where that is known. */
  readonly name?: string | undefined;
  /** Stopped, and not logged yet. */
  readonly stopped?: boolean;
  readonly onStop: () => void;
}

/** In the foot while a call runs. The figure is not announced every second: it is there to be asked for. */
export function CallTimer({ elapsed, name, stopped, onStop }: Props) {
  const words = useWords();
  const time = running(elapsed);
  return (
    <footer class="foot live">
      <span role="timer" aria-label={t(words, 'popup.timer.label', { time })}>
        <PageIcon name="timer" />
        <b>{time}</b>
      </span>
      <span class="grow small">{name ? t(words, 'popup.timer.with', { name }) : t(words, 'popup.timer.open')}</span>
      <button type="button" class="btn" onClick={onStop}>
        {t(words, stopped ? 'popup.timer.log' : 'popup.timer.stop')}
      </button>
    </footer>
  );
}
