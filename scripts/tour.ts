import { alert, popupHere } from './tour/alert.ts';
import { consent, watch } from './tour/begin.ts';
import { exported, imported, options } from './tour/record.ts';
import { sceneOf, type Scene, type Walk } from './tour/scene.ts';
import { calm, cardOpen, expensive, list, loved } from './tour/tickets.ts';

/** The whole way, in the order in which a person meets it. Each step ends only when what it is about was seen. */
const STEPS: readonly (readonly [string, (scene: Scene) => Promise<void>])[] = [
  ['the consent page comes first, and is agreed to', consent],
  ['the popup recognises the helpdesk, and watches it when asked', watch],
  ['the ticket of an expensive customer', expensive],
  ['the ticket of a calm one', calm],
  ['the ticket of a loved one', loved],
  ['a list with its marks', list],
  ['the card', cardOpen],
  ['the popup with this customer', popupHere],
  ['logged calls break a limit and raise the alert', alert],
  ['the options', options],
  ['everything is exported', exported],
  ['and imported into an empty profile', imported],
];

/** Walks it all. Throws at the first step that was not seen to happen, with its name. */
export async function tour(walk: Walk): Promise<void> {
  const scene = await sceneOf(walk);
  try {
    for (const [name, step] of STEPS) {
      try {
        await step(scene);
      } catch (problem) {
        await scene.picture('lost');
        throw new Error(`not seen: ${name}`, { cause: problem });
      }
      process.stdout.write(`seen, ${walk.dark ? 'dark' : 'light'}: ${name}\n`);
    }
  } finally {
    await scene.driven.close();
  }
}
