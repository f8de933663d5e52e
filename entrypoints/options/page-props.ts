import type { Moment } from '@/entrypoints/background/moment';
import type { Consented } from '@/entrypoints/pages/consented';
import type { Settings } from '@/lib/settings/schema';

/** What every page of the options is given. */
export interface PageProps {
  readonly at: Moment;
  readonly settings: Settings;
  readonly consent: Consented;
}
