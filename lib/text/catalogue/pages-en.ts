import { options } from './pages-options-en';
import { optionsRecord } from './pages-record-en';
import { popup } from './pages-popup-en';
import { welcome } from './pages-welcome-en';

/** English of the extension's own pages. */
export const pages = { ...welcome, ...popup, ...options, ...optionsRecord } as const;
