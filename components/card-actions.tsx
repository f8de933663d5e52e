import type { ComponentChildren } from 'preact';

import type { Action } from '@/lib/messaging/protocol';
import type { CardActions as Actions, Icon as IconName, MoreChoice } from '@/lib/text/view';

import { closeMenu, placeMenu } from './card-menus';
import { Icon } from './icon';
import { typedIn } from './form-text';

export interface ActProps {
  readonly onAct: (action: Action, event: Event) => void;
}

/** What to do, the last of the card's questions; each button says what it does before it is pressed. */
export function CardActions({ actions, onAct }: ActProps & { readonly actions: Actions }) {
  const { thank, logCall, causes, more } = actions;
  if (!thank && !logCall && !causes && more.choices.length === 0) return null;
  const act = (action: Action, event: Event): void => {
    closeMenu(event);
    onAct(action, event);
  };
  return (
    <footer>
      {thank && (
        <button type="button" class="act full" onClick={(event) => act({ do: 'thank' }, event)}>
          <Icon name="loved" />
          {thank.word}
        </button>
      )}
      {logCall && (
        <Menu word={logCall.word} icon="phone" boxed>
          <LogCall words={logCall} onAct={act} />
        </Menu>
      )}
      {causes && (
        <Menu word={causes.word} boxed>
          {causes.choices.map(({ cause, word, note, loss, now }) => (
            <button
              type="button"
              class="choice"
              aria-current={now}
              onClick={(event) =>
                act({ do: 'cause', cause, ...(causes.contactId && { contactId: causes.contactId }) }, event)
              }
            >
              <b>
                {word}
                {now && <Icon name="check" />}
              </b>
              <small>{note}</small>
              {loss && <small class="loss">{loss}</small>}
            </button>
          ))}
        </Menu>
      )}
      <Menu word={more.word} last>
        {more.choices.map((choice) => (
          <More choice={choice} onAct={act} />
        ))}
      </Menu>
    </footer>
  );
}

interface MenuProps {
  readonly word: string;
  readonly icon?: IconName;
  readonly boxed?: boolean;
  readonly last?: boolean;
  readonly children: ComponentChildren;
}

const Menu = ({ word, icon, boxed, last, children }: MenuProps) => (
  <details class={last ? 'menu last' : 'menu'} name="nc" onToggle={placeMenu}>
    <summary class={boxed ? 'act boxed' : 'act'}>
      {icon && <Icon name={icon} />}
      {word}
      {!icon && <Icon name="chevron" />}
    </summary>
    <div class="sheet">{children}</div>
  </details>
);

function LogCall({ words, onAct }: ActProps & { readonly words: NonNullable<Actions['logCall']> }) {
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const chosen = words.kinds.find(({ kind }) => kind === given.get('kind'));
    const minutes = Number(given.get('minutes'));
    if (!chosen) return;
    event.currentTarget.reset();
    onAct({ do: 'log-call', kind: chosen.kind, ...(minutes > 0 && { minutes }) }, event);
  };
  return (
    <form onSubmit={submit}>
      <label>
        {words.kindWord}
        <select name="kind">
          {words.kinds.map(({ kind, word }) => (
            <option value={kind}>{word}</option>
          ))}
        </select>
      </label>
      <label>
        {words.minutesWord}
        <input name="minutes" type="number" min="0" max="1440" inputMode="numeric" />
      </label>
      <button class="act full">{words.submit}</button>
    </form>
  );
}

/** At once where nothing is asked; else the question opens in its place, with the verb on its button. */
function More({ choice, onAct }: ActProps & { readonly choice: MoreChoice }) {
  const { word, confirm, reason } = choice;
  if (!confirm) {
    return (
      <button type="button" class="choice" onClick={(event) => onAct(actionOf(choice, ''), event)}>
        {word}
      </button>
    );
  }
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const given = typedIn(event.currentTarget, 'reason');
    if (reason && !given) return;
    event.currentTarget.reset();
    onAct(actionOf(choice, given), event);
  };
  return (
    <details name="nc-more">
      <summary class="choice">{word}</summary>
      <form onSubmit={submit}>
        <p>{confirm}</p>
        {reason && (
          <label>
            {reason}
            <input name="reason" required maxLength={1000} autocomplete="off" />
          </label>
        )}
        <button class="act full">{word}</button>
      </form>
    </details>
  );
}

function actionOf({ action, subject = '', days = 7 }: MoreChoice, reason: string): Action {
  switch (action) {
    case 'snooze':
      return { do: 'snooze', alertId: subject, days };
    case 'confirm-loss':
    case 'refuse-loss':
      return { do: action, contactId: subject, reason };
    case 'exempt':
      return { do: 'exempt', on: true, reason };
    case 'unexempt':
      return { do: 'exempt', on: false };
    case 'objects':
    case 'unobjects':
      return { do: 'objects', on: action === 'objects' };
    case 'thank':
    case 'erase':
      return { do: action };
  }
}
