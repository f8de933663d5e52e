import { liveQuery } from 'dexie';

interface Listener<Answer> {
  readonly next: (answer: Answer) => void;
  readonly error: (why: unknown) => void;
}

/**
 * Asks at once, and again whenever what was read changes, in this page or in the worker; returns how to stop.
 * The question may wait for the database only, else later changes are not seen.
 */
export function live<Answer>(question: () => Promise<Answer>, { next, error }: Listener<Answer>): () => void {
  const subscription = liveQuery(question).subscribe(next, error);
  return () => subscription.unsubscribe();
}
