import { useState } from 'preact/hooks';

import { DeskPanel } from '@/components/desk-panel';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useLive } from '@/entrypoints/pages/use-live';
import { useStored } from '@/entrypoints/pages/use-stored';
import { healthOf } from '@/lib/store/health';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { quarantineOf } from '@/lib/store/quarantine';
import { deskView, type DeskView } from '@/lib/text/options-desks';
import { t } from '@/lib/text/words';

import type { PageProps } from './page-props';

export function DesksPage({ at }: PageProps) {
  const { db, now, rules } = at;
  const [said, say] = useState<string>();
  const watched = useStored('watched', (value) => (Array.isArray(value) ? value.map(String) : []));
  const desks = useLive(() => desksOnRecord(db), [db]);
  if (!desks || !watched) return null;
  const views = desks.map(({ source, ...facts }) =>
    deskView(source, { ...facts, now, zone: rules.zone, watched: watched.includes(source.id) }, words),
  );
  const stop = async ({ sourceId, name }: DeskView): Promise<void> => {
    const outcome = await askWorker('unwatch', { sourceId });
    say(outcome.ok ? t(words, 'options.desks.stopped', { helpdesk: name }) : outcome.why);
  };
  return (
    <>
      <PageHead title={t(words, 'options.nav.helpdesks')} lead={t(words, 'options.desks.lead')} />
      <p class="done" role="status">
        {said}
      </p>
      {!views.some((view) => view.watched) && <p class="dim">{t(words, 'options.desks.none')}</p>}
      {views
        .toSorted((a, b) => Number(b.watched) - Number(a.watched))
        .map((desk) => (
          <DeskPanel key={desk.sourceId} desk={desk} onStop={() => stop(desk)} />
        ))}
    </>
  );
}

const LATEST = 20;

/** Every helpdesk on record, watched or not, with its health and the latest of what was refused. */
async function desksOnRecord(db: NoclaimsDatabase) {
  const sources = await db.sources.toArray();
  return Promise.all(
    sources.map(async (source) => {
      const [health, refused] = await Promise.all([healthOf(db, source.id), quarantineOf(db, source.id)]);
      return { source, health, quarantine: refused.slice(0, LATEST), refused: refused.length };
    }),
  );
}
