import type { Words } from './words';

/** *16:42* */
export const timeOfDay = ({ locale }: Words, at: number, zone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

const two = (value: number): string => String(value).padStart(2, '0');

/** *04:12*, *1:04:12*: how long something runs, given in ms. */
export function running(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

/** Minutes of a call as they are logged: begun ones count. At least one, a day at most. */
export const minutesOf = (ms: number): number => Math.min(1440, Math.max(1, Math.ceil(ms / 60_000)));
