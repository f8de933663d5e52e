import type { BadgeView, CardView } from '@/lib/text/view';

/** A card that has no more to say than the badge: its word, and the sentence of its label. */
export const plainCard = (badge: BadgeView, said = badge.label.slice(badge.word.length + 1).trim()): CardView => ({
  customerId: '',
  lang: 'en',
  label: badge.word,
  name: badge.word,
  badge,
  said,
  reasons: [],
  freshness: [],
  failed: '',
  actions: { more: { word: '', choices: [] } },
});
