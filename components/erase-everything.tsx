import { useState } from 'preact/hooks';

import { t } from '@/lib/text/words';

import { useWords } from './page-words';
import { typedIn } from './form-text';

interface Props {
  /** What was erased, in numbers. */
  readonly said: string | undefined;
  readonly onErase: () => void;
}

/** Two steps and a typed word: what goes is said before, in numbers after. */
export function EraseEverything({ said, onErase }: Props) {
  const words = useWords();
  const [asking, ask] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const word = t(words, 'privacy.erase.word');
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget, 'word');
    if (typed.toLowerCase() !== word) return setWrong(t(words, 'privacy.erase.mistyped', { word }));
    ask(false);
    onErase();
  };
  return (
    <section class="panel">
      <h2>{t(words, 'privacy.erase')}</h2>
      <p>{t(words, 'privacy.erase.lead')}</p>
      {asking ? (
        <form class="sure" onSubmit={submit} noValidate>
          <p>{t(words, 'privacy.erase.sure')}</p>
          <label>
            {t(words, 'privacy.erase.type', { word })}
            <input name="word" class="word" autocomplete="off" spellcheck={false} aria-invalid={wrong !== undefined} />
          </label>
          <p class="wrong" role="alert">
            {wrong}
          </p>
          <div class="tools">
            <button class="btn danger">{t(words, 'privacy.erase.do')}</button>
            <button type="button" class="btn" onClick={() => ask(false)}>
              {t(words, 'privacy.erase.keep')}
            </button>
          </div>
        </form>
      ) : (
        <button type="button" class="btn" onClick={() => ask(true)}>
          {t(words, 'privacy.erase.begin')}
        </button>
      )}
      <p class="done" role="status">
        {said}
      </p>
    </section>
  );
}
