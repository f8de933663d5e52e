import type { HelpdeskAdapter, Page } from './adapter';
import { markedUp } from './adapters/marked-up';
import { rt } from './adapters/rt';

/** Every helpdesk that Noclaims understands. */
export const adapters: readonly HelpdeskAdapter[] = [markedUp, rt];

export const adapterById = (id: string): HelpdeskAdapter | undefined => adapters.find((adapter) => adapter.id === id);

export interface Recognised {
  readonly adapterId: string;
  readonly basePath: string;
}

/** Which helpdesk a page belongs to; undefined when it is none that we know. */
export function recognised(page: Page): Recognised | undefined {
  const adapter = adapters.find((one) => one.recognises(page));
  return adapter && { adapterId: adapter.id, basePath: adapter.basePath(page) };
}
