import type { HelpdeskAdapter } from './adapter';
import { markedUp } from './adapters/marked-up';
import { rt } from './adapters/rt';

/** Every helpdesk that Noclaims understands. */
export const adapters: readonly HelpdeskAdapter[] = [markedUp, rt];

export const adapterById = (id: string): HelpdeskAdapter | undefined => adapters.find((adapter) => adapter.id === id);
