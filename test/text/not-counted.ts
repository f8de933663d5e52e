import type { NotCounted } from '@/lib/scoring/contact';

const EVERY: Readonly<Record<NotCounted, true>> = {
  'reopened-soon': true,
  outbound: true,
  'our-message': true,
  spam: true,
  deleted: true,
  merged: true,
  duplicate: true,
  product_fault: true,
  third_party: true,
  helpful_report: true,
  accessibility: true,
};

/** The compiler demands all of them above. */
export const NOT_COUNTED = Object.keys(EVERY) as NotCounted[];
