import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { type Words, wordsFor } from '@/lib/text/words';

/** The language in which a page of ours speaks. */
export const PageWords = createContext<Words>(wordsFor('en'));

export const useWords = (): Words => useContext(PageWords);
