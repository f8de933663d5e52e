import type { Answer, Ask, HistoryPart } from '@/lib/helpdesks/adapter';

/** A helpdesk that answers from a list, notes what it was asked, and can fail at will. */
export interface Desk {
  readonly ask: Ask;
  readonly asked: URL[];
}

type Answering = (asked: URL, number: number) => unknown;

export const FAILURES = {
  'signed out': { kind: 'signed-out' },
  forbidden: { kind: 'refused', status: 403 },
  'asked to slow down': { kind: 'refused', status: 429 },
} satisfies Record<string, Answer>;

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind !== undefined;

export function deskOf(answering: Answering): Desk {
  const asked: URL[] = [];
  return {
    asked,
    ask: (path) => {
      const url = new URL(path, 'https://desk.example.org');
      const body = answering(url, asked.push(url));
      return Promise.resolve(isAnswer(body) ? body : { kind: 'json', body });
    },
  };
}

export const all = async (parts: AsyncIterable<HistoryPart>): Promise<HistoryPart[]> => Array.fromAsync(parts);

export const ticketsIn = (parts: readonly HistoryPart[]) =>
  parts.flatMap((part) => (part.kind === 'part' ? part.observation.tickets : []));
