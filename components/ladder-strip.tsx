import type { LadderView } from '@/lib/text/view';

/** Stamps in a booklet: solid had, filled here, dashed not yet; ▲ what waits above, ▼ what is at stake. */
export const LadderStrip = ({ title, rungs, next, risk }: LadderView) => (
  <>
    <ol class="strip" aria-label={title}>
      {rungs.map(({ text, state, mark }) => (
        <li data-state={state} data-mark={mark} aria-current={state === 'at' ? 'step' : undefined}>
          {text}
        </li>
      ))}
    </ol>
    {(next || risk) && (
      <ul class="why">
        {next && <Outlook mark="next" text={next} />}
        {risk && <Outlook mark="risk" text={risk} />}
      </ul>
    )}
  </>
);

const Outlook = ({ mark, text }: { readonly mark: 'next' | 'risk'; readonly text: string }) => (
  <li data-mark={mark}>
    <i />
    <span>{text}</span>
  </li>
);
