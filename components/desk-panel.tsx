import type { Kind } from '@/lib/scoring/contact';
import type { DeskView } from '@/lib/text/options-desks';
import { t } from '@/lib/text/words';

import { Icon } from './icon';
import { PageIcon, type PageIconName } from './page-icon';
import { useWords } from './page-words';

interface Props {
  readonly desk: DeskView;
  readonly onStop: () => void;
}

const KIND_ICONS = {
  call: 'phone',
  conference: 'conference',
  chat: 'chat',
  visit: 'visit',
  message: 'mail',
} as const satisfies Readonly<Record<Kind, PageIconName>>;

/** One helpdesk: whether it is watched, what is read of it, what was refused, what makes a call. */
export function DeskPanel({ desk, onStop }: Props) {
  const words = useWords();
  const { name, place, since, watched, health, mapping, refused, refusedTitle } = desk;
  return (
    <section class="panel desk" aria-label={name}>
      <h2>
        {name}
        {watched && (
          <button
            type="button"
            class="btn"
            aria-label={t(words, 'options.desks.stop.label', { helpdesk: name })}
            onClick={onStop}
          >
            {t(words, 'options.desks.stop')}
          </button>
        )}
      </h2>
      <p>
        <bdi>{place}</bdi>. {since}
      </p>
      {watched && (
        <>
          <h3 class="pagelabel">{t(words, 'options.desks.health')}</h3>
          <ul class="checks">
            {health.length === 0 && <li class="none">{t(words, 'options.desks.health.none')}</li>}
            {health.map(({ well, text }) => (
              <li key={text} data-tone={well ? 'calm' : 'watch'}>
                <Icon name={well ? 'check' : 'unread'} />
                {text}
              </li>
            ))}
          </ul>
          <h3 class="pagelabel">{t(words, 'options.desks.mapping')}</h3>
          <ul class="checks">
            {mapping.length === 0 && <li class="none">{t(words, 'options.desks.mapping.none')}</li>}
            {mapping.map(({ kind, text }) => (
              <li key={text}>
                <PageIcon name={KIND_ICONS[kind]} />
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && <Refused title={refusedTitle} refused={refused} />}
    </section>
  );
}

interface RefusedProps {
  readonly title: string;
  readonly refused: DeskView['refused'];
}

/** Readings that did not fit, each as text and nothing more. */
function Refused({ title, refused }: RefusedProps) {
  const words = useWords();
  return (
    <details class="refused">
      <summary>{title}</summary>
      <p class="cap">{t(words, 'options.desks.refused.note')}</p>
      <ul>
        {refused.map(({ id, line, text }) => (
          <li key={id}>
            {line}
            <code dir="ltr">{text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
