import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { useLive } from '@/entrypoints/pages/use-live';
import { t } from '@/lib/text/words';

import { DeskRules } from './desk-rules';
import type { PageProps } from './page-props';

/** By what causes are proposed, helpdesk by helpdesk. */
export function CausesPage({ at, settings }: PageProps) {
  const desks = useLive(() => at.db.sources.toArray(), [at.db]);
  return (
    <>
      <PageHead title={t(words, 'options.nav.causes')} lead={t(words, 'rules.lead')} />
      {desks?.length === 0 && <p class="dim">{t(words, 'rules.no-desk')}</p>}
      {desks?.map((desk) => (
        <DeskRules key={desk.id} at={at} desk={desk} rules={settings.proposalRules} />
      ))}
    </>
  );
}
