import puppeteer, { TargetType } from 'puppeteer-core';

import type { Driven } from './launch.ts';
import { endpointOf } from './popup.ts';

/** Bytes of script memory that the extension's worker uses; 0 while it sleeps. */
export async function workerHeapOf({
  profile,
  extensionId,
}: Driven): Promise<{ read(): Promise<number>; leave(): Promise<void> }> {
  const browser = await puppeteer.connect({ browserWSEndpoint: endpointOf(profile), defaultViewport: null });
  return {
    async read() {
      const worker = browser
        .targets()
        .find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().includes(extensionId));
      if (!worker) return 0;
      const session = await worker.createCDPSession();
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize;
    },
    leave: () => browser.disconnect(),
  };
}
