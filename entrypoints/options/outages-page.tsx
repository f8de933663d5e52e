import { useState } from 'preact/hooks';

import { OutageList } from '@/components/outage-list';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useFocusAfter } from '@/entrypoints/pages/use-focus-after';
import { useLive } from '@/entrypoints/pages/use-live';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { NEW_OUTAGE, outageDraftOf, type OutageView, outageView, takesSaid } from '@/lib/text/outage-draft';
import { t } from '@/lib/text/words';

import { namedTakes, OneOutage, type Opened } from './one-outage';
import type { PageProps } from './page-props';

/** Outages that are declared, and one that is being declared, each with what it takes out. */
export function OutagesPage({ at }: PageProps) {
  const { db, rules } = at;
  const [open, setOpen] = useState<Opened>();
  const [said, say] = useState<string>();
  const heading = useFocusAfter<HTMLParagraphElement>(said);
  const desks = useLive(() => db.sources.toArray(), [db]);
  const outages = useLive(() => outagesWithTakes(db), [db]);
  if (!desks || !outages) return null;
  const deskName = (id: string): string | undefined => desks.find((desk) => desk.id === id)?.name;
  const facts = { words, zone: rules.zone, deskName };
  const begin = (next: Opened): void => {
    say(undefined);
    setOpen(next);
  };
  const remove = async ({ id, name }: OutageView): Promise<void> => {
    const outcome = await askWorker('outage-remove', { id });
    say(outcome.ok ? t(words, 'outages.removed', { outage: name }) : outcome.why);
  };
  return (
    <>
      <PageHead title={t(words, 'options.nav.outages')} lead={t(words, 'outages.lead')} />
      <p class="done" role="status" tabIndex={-1} ref={heading}>
        {said}
      </p>
      {open ? (
        <OneOutage
          at={at}
          opened={open}
          desks={desks}
          onLeave={() => {
            setOpen(undefined);
            say(t(words, 'outages.left'));
          }}
          onDone={(name) => {
            setOpen(undefined);
            say(t(words, 'outages.declared', { outage: name }));
          }}
        />
      ) : (
        <div class="tools">
          <button type="button" class="btn" onClick={() => begin({ id: crypto.randomUUID(), draft: NEW_OUTAGE })}>
            {t(words, 'outages.declare')}
          </button>
        </div>
      )}
      <OutageList
        outages={outages
          .filter(({ outage }) => outage.id !== open?.id)
          .map(({ outage, takes }) => ({ ...outageView(outage, facts), takes: takesSaid(takes, words) }))}
        onChange={({ id, name }) => {
          const known = outages.find(({ outage }) => outage.id === id)?.outage;
          if (known) begin({ id, name, draft: outageDraftOf(known, rules.zone) });
        }}
        onRemove={remove}
      />
    </>
  );
}

async function outagesWithTakes(db: NoclaimsDatabase) {
  const outages = (await db.outages.toArray()).toSorted((a, b) => b.from - a.from);
  return Promise.all(outages.map(async (outage) => ({ outage, takes: await namedTakes(db, outage) })));
}
