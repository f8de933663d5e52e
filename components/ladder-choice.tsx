import type { LadderWordsView } from '@/lib/text/options-ladder';
import { t } from '@/lib/text/words';

import { useWords } from './page-words';

interface Props {
  readonly ladders: readonly LadderWordsView[];
  readonly onChoose: (id: LadderWordsView['id']) => void;
}

/** The presets beside each other, in words, with the one that is in force. */
export const LadderChoice = ({ ladders, onChoose }: Props) => (
  <div class="pair">
    {ladders.map((ladder) => (
      <Ladder key={ladder.id} ladder={ladder} onChoose={() => onChoose(ladder.id)} />
    ))}
  </div>
);

function Ladder({ ladder, onChoose }: { readonly ladder: LadderWordsView; readonly onChoose: () => void }) {
  const words = useWords();
  const { name, said, note, rungs, steps, inForce } = ladder;
  return (
    <section class="panel ladder">
      <h2>
        {name}
        {inForce && (
          <span class="tag" data-tone="calm">
            {t(words, 'options.ladder.in-force')}
          </span>
        )}
      </h2>
      <p>{said}</p>
      <h3 class="pagelabel">{t(words, 'options.ladder.rungs')}</h3>
      <ol class="rungs">
        {rungs.map((rung) => (
          <li key={rung}>{rung}</li>
        ))}
      </ol>
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
      <p class="tellbox">{note}</p>
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
    </section>
  );
}
