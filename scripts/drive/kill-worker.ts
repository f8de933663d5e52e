import puppeteer from 'puppeteer-core';

import type { Driven } from './launch.ts';
import { endpointOf } from './popup.ts';

/** Kills the extension's worker whenever asked, wherever it is in its work, as the browser may at any time. */
export async function killerOf({
  profile,
  extensionId,
}: Driven): Promise<{ kill(): Promise<boolean>; leave(): Promise<void> }> {
  const browser = await puppeteer.connect({ browserWSEndpoint: endpointOf(profile), defaultViewport: null });
  const session = await browser.target().createCDPSession();
  return {
    /** False when it was not running. */
    async kill() {
      const { targetInfos } = await session.send('Target.getTargets');
      const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
      if (!worker) return false;
      await session.send('Target.closeTarget', { targetId: worker.targetId });
      return true;
    },
    leave: () => browser.disconnect(),
  };
}
