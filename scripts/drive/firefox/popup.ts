import { eventually } from '../eventually.ts';
import { PATIENCE } from './patience.ts';
import type { Tab } from './tab.ts';

/** The toolbar's popup, which WebDriver does not list: seen from another page of the extension. */
export interface Popup {
  /** Its text, once it fits. */
  reads(wanted: RegExp): Promise<string>;
  /** Goes from control to control until the focus is on the one that says this; `forward` presses the key for it. */
  focusOn(name: string, forward: () => Promise<void>): Promise<void>;
}

/** More controls than any popup has. */
const MANY = 20;

export function popupSeenFrom(own: Tab): Popup {
  const look = async (expression: string): Promise<string> => {
    const found = await own.evaluate(`browser.extension.getViews({ type: 'popup' })[0]?.document.${expression} ?? ''`);
    return typeof found === 'string' ? found : '';
  };
  return {
    reads: (wanted) =>
      eventually(
        async () => {
          const text = await look('body.innerText');
          return wanted.test(text) ? text : undefined;
        },
        `a popup that says ${wanted}`,
        PATIENCE,
      ),
    async focusOn(name, forward) {
      for (let stop = 0; stop < MANY; stop++) {
        if ((await look('activeElement.closest("button, a, input")?.innerText')) === name) return;
        await forward();
      }
      throw new Error(`no key leads to ${name}`);
    },
  };
}
