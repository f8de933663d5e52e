import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { Action } from '@/lib/messaging/protocol';
import { KINDS_SHOWN } from '@/lib/text/choices';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';
import { typedIn } from './form-text';

export type LoggedCall = Omit<Action & { readonly do: 'log-call' }, 'do' | 'at'>;

interface Props {
  /** Whose call: a name with a way to change it, or the field to find them. */
  readonly who: ComponentChildren;
  readonly known: boolean;
  /** Measured by the timer. */
  readonly minutes?: number | undefined;
  readonly onLog: (call: LoggedCall) => void;
  /** Starts the timer in place of logging; absent when a call was just measured. */
  readonly onTimer?: (() => void) | undefined;
  readonly onDiscard?: (() => void) | undefined;
}

/** A call that no helpdesk knows of: whose, of what kind, how long. */
export function LogCall({ who, known, minutes, onLog, onTimer, onDiscard }: Props) {
  const words = useWords();
  const [wrong, setWrong] = useState<string>();
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const chosen = typedIn(event.currentTarget, 'kind');
    const kind = KINDS_SHOWN.find((one) => one === chosen);
    const text = typedIn(event.currentTarget, 'minutes');
    const spent = Number(text.replace(',', '.'));
    if (!known) return setWrong(t(words, 'popup.log.nobody'));
    if (!kind || !(spent >= 0 && spent <= 1440)) return setWrong(t(words, 'popup.log.minutes.wrong'));
    onLog({ kind, ...(text && { minutes: spent }) });
  };
  return (
    <form class="blk logcall" onSubmit={submit} noValidate>
      <h1>{t(words, 'popup.log')}</h1>
      <div class="field">
        <span class="pagelabel">{t(words, 'popup.log.who')}</span>
        {who}
      </div>
      <div class="pairs">
        <label>
          {t(words, 'popup.log.kind')}
          <select name="kind">
            {KINDS_SHOWN.map((kind) => (
              <option key={kind} value={kind}>
                {t(words, `kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t(words, 'popup.log.minutes')}
          <input
            name="minutes"
            inputMode="decimal"
            autocomplete="off"
            defaultValue={minutes === undefined ? '' : String(minutes)}
          />
        </label>
      </div>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <button class="btn full wide">{t(words, 'popup.log.submit')}</button>
      {onTimer && (
        <button type="button" class="btn wide" onClick={onTimer}>
          {t(words, 'popup.log.timer')}
        </button>
      )}
      {onDiscard && (
        <button type="button" class="btn bare wide" onClick={onDiscard}>
          {t(words, 'popup.timer.discard')}
        </button>
      )}
    </form>
  );
}
