import { ARTICLE, type Ladder, LITERAL, SANE } from '@/lib/scoring/ladder';

import { HONG_KONG, INDIA, MALAYSIA, SINGAPORE, TAIWAN } from './asia';
import { BELGIUM, BELGIUM_BUSINESS } from './belgium';
import { BRAZIL } from './brazil';
import { FRANCE } from './france';
import { GERMANY } from './germany';
import { SWITZERLAND } from './switzerland';
import { AVIVA, UNITED_KINGDOM } from './united-kingdom';

/** Every ladder that one can choose, ours first, then those of insurers (docs/SCORING.md §4.1). */
export const LADDERS: readonly Ladder[] = [
  ARTICLE,
  SANE,
  LITERAL,
  UNITED_KINGDOM,
  AVIVA,
  HONG_KONG,
  SINGAPORE,
  MALAYSIA,
  INDIA,
  BRAZIL,
  SWITZERLAND,
  BELGIUM,
  BELGIUM_BUSINESS,
  TAIWAN,
  FRANCE,
  GERMANY,
];

export const ladderById = (id: string | undefined): Ladder | undefined => LADDERS.find((ladder) => ladder.id === id);
