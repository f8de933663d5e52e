import type { Action } from '@/lib/messaging/protocol';
import type { CustomerPanelView } from '@/lib/text/popup-customer';
import { t } from '@/lib/text/words';

import { CardActions } from './card-actions';
import { closeMenus, onMenuKey } from './card-menus';
import { PageIcon } from './page-icon';
import { useWords } from './page-words';
import { ReasonList } from './reason-list';
import { BadgeFace } from './standing-badge';

interface Props {
  readonly view: CustomerPanelView;
  /** *On this page*, *Found* */
  readonly label: string;
  /** What happened after the last click, as a sentence. */
  readonly done?: string | undefined;
  readonly onAct: (action: Action) => void;
  /** Starts the call timer; absent while one runs. */
  readonly onCall?: (() => void) | undefined;
}

/** A customer in a page of ours: who, how it stands, why, and what to do. */
export function ThisCustomer({ view, label, done, onAct, onCall }: Props) {
  const words = useWords();
  const { name, organisation, badge, figures, said, reasons, actions } = view;
  return (
    <section class="blk customer" data-tone={badge.tone} aria-label={`${label}: ${name}`}>
      <p class="pagelabel">{label}</p>
      <div class="who">
        <div>
          <h1 dir="auto">{name}</h1>
          {organisation && (
            <p class="dim small" dir="auto">
              {organisation}
            </p>
          )}
        </div>
        <span role="status">
          <span aria-hidden="true">
            <BadgeFace view={badge} />
          </span>
          <span class="heard">{badge.label}</span>
        </span>
      </div>
      {figures.length > 0 && <Figures figures={figures} />}
      {said && <p class="small dim">{said}</p>}
      {reasons.length > 0 && <ReasonList reasons={reasons} />}
      <p class="done" role="status">
        {done}
      </p>
      <div
        class="deeds"
        role="toolbar"
        tabIndex={-1}
        aria-label={t(words, 'popup.deeds')}
        onKeyDown={onMenuKey}
        onClick={closeMenus}
      >
        <CardActions actions={actions} onAct={(action) => onAct(action)} />
        {onCall && (
          <button type="button" class="act" onClick={onCall}>
            <PageIcon name="timer" />
            {t(words, 'popup.log.timer')}
          </button>
        )}
      </div>
    </section>
  );
}

const Figures = ({ figures }: Pick<Props['view'], 'figures'>) => (
  <dl class="facts">
    {figures.map(({ term, figure, of, below }) => (
      <div key={term}>
        <dt title={term}>{term}</dt>
        <dd data-below={below}>
          <bdi>
            {figure}
            {of && <small> {of}</small>}
          </bdi>
        </dd>
      </div>
    ))}
  </dl>
);
