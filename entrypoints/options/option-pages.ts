import type { FunctionComponent } from 'preact';

import type { OptionPage } from '@/components/options-nav';

import { CausesPage } from './causes-page';
import { ContractsPage } from './contracts-page';
import { CostsPage } from './costs-page';
import { DesksPage } from './desks-page';
import { LadderPage } from './ladder-page';
import { LimitsPage } from './limits-page';
import { OutagesPage } from './outages-page';
import type { PageProps } from './page-props';
import { PrivacyPage } from './privacy-page';
import { RecordPage } from './record-page';

export const PAGES: Readonly<Record<OptionPage, FunctionComponent<PageProps>>> = {
  limits: LimitsPage,
  costs: CostsPage,
  contracts: ContractsPage,
  ladder: LadderPage,
  outages: OutagesPage,
  causes: CausesPage,
  helpdesks: DesksPage,
  record: RecordPage,
  privacy: PrivacyPage,
};
