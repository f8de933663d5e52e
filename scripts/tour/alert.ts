import { badge, card, fill, pick, press } from '../drive/closed-root.ts';
import { eventually } from '../drive/eventually.ts';
import { reads } from '../drive/popup.ts';
import type { Scene } from './scene.ts';
import { openOrdinary, openCard } from './tickets.ts';

/** One contact of each kind, since two of a kind within an hour are one; four are more than a week may have. */
const KINDS = ['Call', 'Visit', 'Conference call', 'Chat'];

/** The popup says of the open ticket what the badge says, and whom to thank. */
export async function popupHere({ driven, ground, desk, picture }: Scene): Promise<void> {
  const popup = await driven.popup(desk);
  await reads(popup, new RegExp(RegExp.escape(ground.ticketsOf('weekly-phone')[0].who)));
  await reads(popup, /Worth a kind word[^]*Thank/i);
  await picture('popup', popup);
  await popup.evaluate('document.querySelector("main")?.scrollBy(0, 10_000); scrollBy(0, 10_000)');
  await picture('kind-words', popup);
  await popup.close();
}

/** Calls are logged on the card until a limit breaks: the badge, the toolbar and the popup say so at once. */
export async function alert(scene: Scene): Promise<void> {
  const { driven, desk, picture } = scene;
  const before = await toolbarCount(scene);
  const { ticket, shown } = await openOrdinary(scene, /Calm|Loved/);
  await openCard(scene, shown);
  for (const kind of KINDS) {
    await press(desk, /^Log a call$/);
    await pick(desk, /kind/, kind);
    await fill(desk, /minutes/, '10');
    await press(desk, /^Log it$/);
    await card(desk, new RegExp(`${kind} logged`));
  }
  await badge(desk, /Over limit/);
  await picture('alert');
  await eventually(
    async () => ((await toolbarCount(scene)) > before ? true : undefined),
    `more than ${before} alerts on the toolbar`,
  );
  const popup = await driven.popup(desk);
  await reads(popup, new RegExp(RegExp.escape(ticket.who)));
  await reads(popup, /Over limit/);
  await picture('alert-popup', popup);
  await popup.close();
}

async function toolbarCount({ driven }: Scene): Promise<number> {
  const worker = await driven.worker();
  return Number(await worker.evaluate('chrome.action.getBadgeText({})'));
}
