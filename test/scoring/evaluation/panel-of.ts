import type { Panel, PanelCustomer } from '@/lib/scoring/evaluation/panel';

/** A customer of a panel whose periods are years, under observation in every period that has a count. */
export const customerOf = (
  id: string,
  counts: readonly number[],
  more: Partial<PanelCustomer> = {},
): PanelCustomer => ({
  id,
  first: 0,
  exposure: counts.map(() => 1),
  counts,
  ...more,
});

export const panelOf = (...customers: readonly PanelCustomer[]): Panel => ({ periodYears: 1, customers });
