import { useEffect, useState } from 'preact/hooks';

import { live } from '@/lib/store/live';

/** What the database answers now, and after every change; undefined until the first answer. */
export function useLive<Answer>(question: () => Promise<Answer>, inputs: readonly unknown[]): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const [broken, setBroken] = useState<unknown>();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the question reads is named by whoever asks it
  useEffect(() => live(question, { next: (found) => setAnswer(() => found), error: setBroken }), inputs);
  if (broken) throw broken;
  return answer;
}
