import { t, type Words } from './words';

/** What a notification shows: it may be read over a shoulder, so it says that there is an alert, and nothing else. */
export interface Notice {
  readonly title: string;
  readonly message: string;
}

export const alertNotice = (words: Words): Notice => ({
  title: t(words, 'alert.title'),
  message: t(words, 'alert.message'),
});

/** The action's title, which says what the toolbar's count and icon say. */
export function toolbarTitle(words: Words, state: 'idle' | 'hidden' | { readonly alerts: number }): string {
  if (state === 'idle' || state === 'hidden') return t(words, `toolbar.${state}`);
  return state.alerts === 0 ? t(words, 'toolbar.watching') : t(words, 'toolbar.alerts', { count: state.alerts });
}
