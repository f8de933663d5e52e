import { contracts } from './pages-contracts-en';
import { ladders } from './pages-ladder-en';
import { options } from './pages-options-en';
import { optionsRecord } from './pages-record-en';
import { outages } from './pages-outages-en';
import { popup } from './pages-popup-en';
import { welcome } from './pages-welcome-en';

/** English of the extension's own pages. */
export const pages = {
  ...welcome,
  ...popup,
  ...options,
  ...ladders,
  ...optionsRecord,
  ...contracts,
  ...outages,
} as const;
