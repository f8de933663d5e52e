/** How many messages one tab may send: a burst, refilled steadily. Honest pages stay far below it. */
const BURST = 120;
const PER_SECOND = 20;

/** Says whether a tab may be heard once more at `now` (epoch ms). A tab that is refused gets its turn back with time. */
export function pacer(): (tabId: number, now: number) => boolean {
  const tabs = new Map<number, { left: number; at: number }>();
  return (tabId, now) => {
    const { left, at } = tabs.get(tabId) ?? { left: BURST, at: now };
    const refilled = Math.min(BURST, left + (Math.max(0, now - at) / 1000) * PER_SECOND);
    const heard = refilled >= 1;
    tabs.set(tabId, { left: heard ? refilled - 1 : refilled, at: now });
    return heard;
  };
}
