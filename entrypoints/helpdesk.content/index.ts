import { defineContentScript } from 'wxt/utils/define-content-script';

import type { HelpdeskAdapter } from '@/lib/helpdesks/adapter';

import { watchPage } from './watch-page';

declare global {
  /** Each adapter's own file leaves it here, in the isolated world: the page sees nothing. */
  var noclaimsAdapters: HelpdeskAdapter[] | undefined;
  /** Ends the script that an earlier version of ours left in this page. */
  var noclaimsStop: (() => void) | undefined;
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main() {
    globalThis.noclaimsStop?.();
    const page = { url: new URL(location.href), document };
    const adapter = globalThis.noclaimsAdapters?.findLast((one) => one.recognises(page));
    globalThis.noclaimsStop = adapter && watchPage(adapter);
  },
});
