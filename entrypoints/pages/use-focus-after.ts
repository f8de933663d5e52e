import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Takes the focus when something was said, since what was pressed for it may be gone. */
export function useFocusAfter<Place extends HTMLElement>(said: string | undefined): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (said) place.current?.focus();
  }, [said]);
  return place;
}
