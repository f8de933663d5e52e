import { type Contact, DAY } from '@/lib/scoring/contact';
import type { CountingRules, TicketFacts } from '@/lib/scoring/counting';
import { ARTICLE } from '@/lib/scoring/ladder';
import { COST_RATES, LIMIT_PRESETS, type LimitRule } from '@/lib/scoring/rules';
import type { TallyRules } from '@/lib/scoring/tally';

/** An instant in UTC: `at('2026-03-02 09:00')`. */
export const at = (text: string): number =>
  Date.parse(`${text.replace(' ', 'T')}${text.includes(' ') ? 'Z' : 'T00:00Z'}`);

export const contact = (instant: number | string, more: Partial<Contact> = {}): Contact => {
  const when = typeof instant === 'number' ? instant : at(instant);
  return { id: `s/${when}/open`, at: when, kind: 'message', initiator: 'customer', cause: 'pending', ...more };
};

export const rules = (more: Partial<TallyRules> = {}): TallyRules => ({
  limits: LIMIT_PRESETS,
  costs: COST_RATES,
  zone: 'UTC',
  ladder: ARTICLE,
  halfLifeDays: 180,
  ...more,
});

export const limit = (more: Partial<LimitRule> = {}): LimitRule => ({
  id: 'week',
  on: true,
  max: 3,
  window: { days: 7 },
  release: 1,
  cooldownDays: 7,
  ...more,
});

export const days = (count: number): number => Math.round(count * DAY);

export const created = at('2026-03-02 09:00');
export const ticket = (more: Partial<TicketFacts> = {}): TicketFacts => ({
  id: 'src/17',
  openedBy: 'customer',
  createdAt: created,
  status: 'open',
  ...more,
});
export const plain: CountingRules = { mapping: [], reopenDays: 14 };
