import { DAY } from '@/lib/scoring/contact';
import { PERIOD_DAYS, type Period } from '@/lib/scoring/evaluation/log';

import type { CountRow } from '../evaluate/count-panel.ts';
import type { Portfolio } from './truth.ts';

/** What was counted of every customer in each period of its time: the exposure that no log tells. */
export function countRowsOf({ customers, contacts, from: begin, to: end }: Portfolio, period: Period): CountRow[] {
  const length = PERIOD_DAYS[period] * DAY;
  const counts = new Map<string, number>();
  for (const { customer, at } of contacts) {
    const key = `${customer}/${Math.floor((at - begin) / length)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return customers.flatMap(({ id, organisation, from, to }) =>
    Array.from({ length: Math.ceil((end - begin) / length) }, (_, index) => ({
      customer: id,
      ...(organisation !== undefined && { organisation }),
      period: index,
      count: counts.get(`${id}/${index}`) ?? 0,
      exposure:
        Math.max(0, Math.min(to - begin, (index + 1) * length) - Math.max(from - begin, index * length)) / length,
    })).filter(({ exposure }) => exposure > 0),
  );
}
