import { badge, card, pressNode, seen, type Seen } from '../drive/closed-root.ts';
import { eventually } from '../drive/eventually.ts';
import { everyNode } from '../drive/tree.ts';
import { ask } from './ask.ts';
import type { Ticket } from './ground.ts';
import type { Scene } from './scene.ts';

/** A history is read politely, a page a second. */
const HISTORY_MS = 60_000;

/** Opens a ticket, and waits for the badge beside its requester's name. */
async function open({ desk }: Scene, { address, who }: Ticket, wanted = /\S/): Promise<Seen> {
  await desk.goto(address);
  return badge(desk, new RegExp(`^(?=.*${RegExp.escape(who)}).*${wanted.source}`, 's'), HISTORY_MS);
}

/** A conference call every week. */
export async function expensive(scene: Scene): Promise<void> {
  await open(scene, scene.ground.ticketsOf('weekly-conference')[0], /Over limit|Expensive/);
  await scene.picture('expensive');
}

/** Asks about as often as others do. */
export async function calm(scene: Scene): Promise<void> {
  await openOrdinary(scene, /Calm/);
  await scene.picture('calm');
}

/** The first ordinary customer with such a badge: chance made them, so they are looked for. */
export async function openOrdinary(
  scene: Scene,
  wanted: RegExp,
): Promise<{ readonly ticket: Ticket; readonly shown: Seen }> {
  for (const ticket of scene.ground.ticketsOf('ordinary')) {
    const shown = await open(scene, ticket, LEVEL);
    if (wanted.test(shown.text)) return { ticket, shown };
  }
  throw new Error(`no ordinary customer has a badge like ${wanted}`);
}

const LEVEL = /(New|Calm|Watch|Expensive|Loved|Over limit|Discount lost)/;

/** Nothing for years: known as such after the nightly run. */
export async function loved(scene: Scene): Promise<void> {
  const [ticket] = scene.ground.ticketsOf('quiet');
  await open(scene, ticket, LEVEL);
  await ask(scene.driven, 'nightly', {});
  await open(scene, ticket, /Loved/);
  await scene.picture('loved');
}

/** Only those who earn a mark have one. */
export async function list({ ground, desk, picture }: Scene): Promise<void> {
  await desk.goto(ground.list);
  const marks = await eventually(async () => {
    const parts = await seen(desk);
    return parts.length > 1 ? parts : undefined;
  }, 'marks in the list');
  const busy = ground.ticketsOf('weekly-phone')[0].who;
  if (!marks.some(({ after }) => after.includes(busy))) throw new Error(`no mark stands beside ${busy}`);
  await picture('list');
}

/** Opened by a click on the badge: why, how often, what is at stake. */
export async function cardOpen(scene: Scene): Promise<void> {
  const { desk, picture } = scene;
  await openCard(scene, await open(scene, scene.ground.ticketsOf('weekly-phone')[0], /Over limit|Expensive/));
  await card(desk, /your limit is.*No-claims ladder.*Log a call/);
  await picture('card');
}

export async function openCard({ desk }: Scene, { node }: Seen): Promise<void> {
  const button = [...everyNode(node)].find((each) => /^button$/i.test(each.node.nodeName))?.node;
  if (!button) throw new Error('the badge has no button');
  await pressNode(desk, button);
  await card(desk);
}
