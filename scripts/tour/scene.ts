import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { launch, type Driven } from '../drive/launch.ts';
import type { Ground } from './ground.ts';

/** One walk: a browser, a helpdesk, and a folder for what was seen. */
export interface Scene {
  readonly driven: Driven;
  readonly ground: Ground;
  /** The tab in which the helpdesk is open. */
  readonly desk: Page;
  /** Writes the next numbered picture of what is in front. */
  picture(name: string, of?: Picturable): Promise<void>;
  /** Of this walk's own file in the folder. */
  file(name: string): string;
  /** Another browser with an empty profile; whoever opens it closes it. */
  another(): Promise<Driven>;
}

interface Picturable {
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
}

export interface Walk {
  readonly extension: string;
  readonly ground: Ground;
  readonly dark: boolean;
  readonly folder: string;
}

export async function sceneOf({ extension, ground, dark, folder }: Walk): Promise<Scene> {
  const driven = await launch({ extension, dark });
  const desk = await driven.context.newPage();
  const scheme = dark ? 'dark' : 'light';
  let number = 0;
  return {
    driven,
    ground,
    desk,
    async picture(name, of = desk) {
      const place = String(++number).padStart(2, '0');
      await of.screenshot({ path: `${join(folder, `${place}-${name}-${scheme}`)}.png` });
    },
    file: (name) => join(folder, name),
    another: () => launch({ extension, dark }),
  };
}
