import { actions } from './actions-en';
import { badge } from './badge-en';
import { card } from './card-en';
import { letters } from './letters-en';
import { notices } from './notices-en';
import { pages } from './pages-en';
import { privacy } from './privacy-en';
import { reasons } from './reasons-en';

/** English, and the model of every other language: its keys and placeholders are what `t` demands. */
export const en = { ...badge, ...reasons, ...card, ...actions, ...notices, ...letters, ...pages, ...privacy } as const;
