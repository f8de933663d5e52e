import { contactsOf, type Load, windowOf } from './sentences';
import { t, type Words } from './words';

/** What a notification shows: it may be read over a shoulder, so it never has a name. */
export interface Notice {
  readonly title: string;
  readonly message: string;
}

/** One notification, whatever number of alerts it tells of. */
export function alertNotice(words: Words, alerts: readonly Load[]): Notice {
  const [only] = alerts;
  if (!only || alerts.length > 1) {
    return { title: t(words, 'alerts.title', { count: alerts.length }), message: t(words, 'alerts.message') };
  }
  return {
    title: t(words, 'alert.title'),
    message: t(words, 'alert.message', {
      contacts: contactsOf(words, only.load, only.kinds),
      window: windowOf(words, only.window),
      max: only.max,
    }),
  };
}

/** The action's title, which says what the toolbar's count and icon say. */
export function toolbarTitle(words: Words, state: 'idle' | 'hidden' | { readonly alerts: number }): string {
  if (state === 'idle' || state === 'hidden') return t(words, `toolbar.${state}`);
  return state.alerts === 0 ? t(words, 'toolbar.watching') : t(words, 'toolbar.alerts', { count: state.alerts });
}
