import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { recognised, type Recognised } from '@/lib/helpdesks';

/** Run once in the tab that the popup is opened on; what `main` returns is the script's result there. */
export default defineUnlistedScript((): Recognised | undefined =>
  recognised({ url: new URL(location.href), document }),
);
