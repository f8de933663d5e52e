import type { ComponentChildren } from 'preact';

import type { Action } from '@/lib/messaging/protocol';
import type { CardView } from '@/lib/text/view';

import { CardActions } from './card-actions';
import { closeMenus, onMenuKey } from './card-menus';
import { ContactMonths } from './contact-months';
import { LadderStrip } from './ladder-strip';
import { RateInterval } from './rate-interval';
import { ReasonList } from './reason-list';
import { BadgeFace } from './standing-badge';

interface Props {
  readonly view: CardView;
  /** What happened after the last click, as a sentence. */
  readonly done?: string | undefined;
  /** The event is handed on: only a trusted one may act. */
  readonly onAct: (action: Action, event: Event) => void;
}

/** Why, how often, how sure, what it costs, what is at stake, what to do. A section without content is left out. */
export function StandingCard({ view, done, onAct }: Props) {
  const { name, organisation, badge, said, reasons, months, rate, cost, ladder, freshness, actions } = view;
  return (
    <div
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={view.label}
      lang={view.lang}
      onKeyDown={onMenuKey}
      onClick={closeMenus}
    >
      <header>
        <h2 dir="auto">{name}</h2>
        <BadgeFace view={badge} />
        {organisation && <p dir="auto">{organisation}</p>}
      </header>
      <div class="body">
        {(said || reasons.length > 0) && (
          <section>
            {said && <p>{said}</p>}
            {reasons.length > 0 && <ReasonList reasons={reasons} />}
          </section>
        )}
        {months && (
          <Section title={months.title} beside={months.note}>
            <ContactMonths {...months} />
          </Section>
        )}
        {rate && (
          <Section title={rate.title} beside={<b>{rate.value}</b>}>
            <RateInterval {...rate} />
          </Section>
        )}
        {cost && (
          <Section title={cost.title} beside={<Sum {...cost} />}>
            {cost.note && <p class="small">{cost.note}</p>}
          </Section>
        )}
        {ladder && (
          <Section title={ladder.title} beside={<b>{ladder.value}</b>}>
            <LadderStrip {...ladder} />
          </Section>
        )}
        {freshness.length > 0 && <p class="small fresh">{freshness.join(' ')}</p>}
      </div>
      <p class="done" role="status">
        {done}
      </p>
      <CardActions actions={actions} onAct={onAct} />
    </div>
  );
}

/** Figures, and what they come to under a double rule. */
const Sum = ({ value, sum }: Pick<NonNullable<CardView['cost']>, 'value' | 'sum'>) => (
  <b>
    <bdi>
      {value} {sum && <u data-below={sum.below}>{sum.text}</u>}
    </bdi>
  </b>
);

interface SectionProps {
  readonly title: string;
  readonly beside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

const Section = ({ title, beside, children }: SectionProps) => (
  <section>
    <h3>
      {title}
      <span>{beside}</span>
    </h3>
    {children}
  </section>
);
