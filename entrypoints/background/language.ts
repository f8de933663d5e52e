import browser from 'webextension-polyfill';

import { wordsFor } from '@/lib/text/words';

/** The words of the browser's own language, or English. */
export const words = wordsFor(browser.i18n.getUILanguage());
