import type { LadderWordsView } from '@/lib/text/options-ladder';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Props {
  /** Ours first. */
  readonly ladders: readonly LadderWordsView[];
  readonly onChoose: (id: string) => void;
}

/** So many stand open beside each other; the others are unfolded one by one. */
const OPEN = 2;

/** The presets in words, with the one that is in force. */
export function LadderChoice({ ladders, onChoose }: Props) {
  const words = useWords();
  const folded = ladders.slice(OPEN);
  return (
    <>
      <div class="pair">
        {ladders.slice(0, OPEN).map((ladder) => (
          <section class="panel ladder" key={ladder.id}>
            <h2>
              {ladder.name}
              <InForce ladder={ladder} />
            </h2>
            <LadderBody ladder={ladder} onChoose={() => onChoose(ladder.id)} />
          </section>
        ))}
      </div>
      {folded.length > 0 && (
        <section class="panel">
          <h2>{t(words, 'options.ladder.others')}</h2>
          <p>{t(words, 'options.ladder.others.note')}</p>
          {folded.map((ladder) => (
            <details class="folded" key={ladder.id} open={ladder.inForce}>
              <summary>
                <b>{ladder.name}</b>
                <InForce ladder={ladder} />
                <small>{ladder.scale}</small>
              </summary>
              <div class="ladder">
                <LadderBody ladder={ladder} onChoose={() => onChoose(ladder.id)} />
              </div>
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function InForce({ ladder }: { readonly ladder: LadderWordsView }) {
  const words = useWords();
  if (!ladder.inForce) return null;
  return (
    <span class="tag" data-tone="calm">
      {t(words, 'options.ladder.in-force')}
    </span>
  );
}

interface BodyProps {
  readonly ladder: LadderWordsView;
  readonly onChoose: () => void;
}

function LadderBody({ ladder, onChoose }: BodyProps) {
  const words = useWords();
  const { name, said, note, rungs, steps, inForce } = ladder;
  return (
    <>
      <p>{said}</p>
      {rungs.length > 0 && (
        <>
          <h3 class="pagelabel">{t(words, 'options.ladder.rungs')}</h3>
          <ol class="rungs">
            {rungs.map((rung) => (
              <li key={rung}>{rung}</li>
            ))}
          </ol>
        </>
      )}
      <h3 class="pagelabel">{t(words, 'options.ladder.does')}</h3>
      <table class="rules">
        <tbody>
          {steps.map(({ what, does }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p class="tellbox">{note}</p>}
      {!inForce && (
        <button
          type="button"
          class="btn full"
          aria-label={t(words, 'options.ladder.choose.label', { ladder: name })}
          onClick={onChoose}
        >
          {t(words, 'options.ladder.choose')}
        </button>
      )}
    </>
  );
}
