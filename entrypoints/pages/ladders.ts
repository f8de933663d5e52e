import { words } from '@/entrypoints/background/language';
import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { LADDERS } from '@/lib/scoring/ladders/all';
import { ladderName, ladderWords, type LadderWordsView } from '@/lib/text/options-ladder';

/** The two that are offered first. */
export const OFFERED: readonly Ladder[] = [ARTICLE, SANE];

/** Ladders that one can choose from, in words; all of them where none are named. */
export const ladderViews = (inForce: string, ladders: readonly Ladder[] = LADDERS): LadderWordsView[] =>
  ladders.map((ladder) => ladderWords(ladder, ladder.id === inForce, words));

export const ladderNamed = (id: string): string => ladderName(id, words);

export const ladderNames = (): { readonly id: string; readonly name: string }[] =>
  LADDERS.map(({ id }) => ({ id, name: ladderNamed(id) }));
