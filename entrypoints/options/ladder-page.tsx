import { LadderChoice } from '@/components/ladder-choice';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { ladderViews } from '@/entrypoints/pages/ladders';
import { t } from '@/lib/text/words';

import type { PageProps } from './page-props';
import { save } from './saving';

export const LadderPage = ({ settings }: PageProps) => (
  <>
    <PageHead title={t(words, 'options.nav.ladder')} lead={t(words, 'options.ladder.lead')} />
    <LadderChoice ladders={ladderViews(settings.ladder)} onChoose={(ladder) => save('ladder', ladder)} />
  </>
);
