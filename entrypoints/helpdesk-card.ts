import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { cardOn } from './helpdesk.content/card-on-page';

/** Sent into a helpdesk page when its card is opened first. */
export default defineUnlistedScript(() => {
  globalThis.noclaimsCard = cardOn;
});
