import { words } from '@/entrypoints/background/language';
import { ARTICLE, SANE } from '@/lib/scoring/ladder';
import { type LadderPreset, ladderWords, type LadderWordsView } from '@/lib/text/options-ladder';

/** The two ladders that one can choose from, in words. */
export const ladderViews = (inForce: LadderPreset): LadderWordsView[] => [
  ladderWords('article', ARTICLE, inForce === 'article', words),
  ladderWords('sane', SANE, inForce === 'sane', words),
];
