import type { Cause, Kind } from '@/lib/scoring/contact';

/** In the order in which they are offered: what is common first. */
export const KINDS_SHOWN = ['call', 'conference', 'visit', 'chat', 'message'] as const satisfies readonly Kind[];

export const CAUSES_SHOWN = [
  'user_error',
  'request',
  'product_fault',
  'third_party',
  'helpful_report',
  'unknown_crash',
  'pending',
] as const satisfies readonly Cause[];
