// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { RowMark } from '@/components/row-mark';
import { StandingBadge } from '@/components/standing-badge';
import { paint } from '@/entrypoints/helpdesk.content/paint';
import { STANDING_PICTURES } from '@/lib/text/standing-pictures';
import type { BadgeView, StandingIcon } from '@/lib/text/view';

import { over } from '../components/card-given';

const icons = Object.keys(STANDING_PICTURES) as StandingIcon[];
const anyBadge: fc.Arbitrary<BadgeView> = fc
  .record({
    tone: fc.constantFrom('new', 'calm', 'watch', 'expensive', 'loved'),
    icon: fc.constantFrom(...icons),
    word: fc.string({ minLength: 1 }),
    label: fc.string({ minLength: 1 }),
    figures: fc.array(fc.string({ minLength: 1 }), { maxLength: 2 }),
    isOver: fc.boolean(),
  })
  .map(({ isOver, ...view }) => ({ ...view, picture: STANDING_PICTURES[view.icon], ...(isOver && { alert: true }) }));

/** Without the plain element around a picture, which shows nothing. */
function seen(slot: Element): string {
  const copy = slot.cloneNode(true) as Element;
  for (const around of copy.querySelectorAll('.picture')) around.replaceWith(...around.childNodes);
  return copy.innerHTML;
}

const slot = (): HTMLElement => document.createElement('span');

describe('what is painted', () => {
  it('is what Preact would draw', () => {
    fc.assert(
      fc.property(anyBadge, (view) => {
        const [own, preact] = [slot(), slot()];
        const badge = <StandingBadge view={view} onOpen={() => undefined} />;
        paint(badge, own);
        render(badge, preact);
        expect(seen(own)).toBe(preact.innerHTML);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same after it was something else', () => {
    fc.assert(
      fc.property(anyBadge, anyBadge, (before, after) => {
        const [twice, once] = [slot(), slot()];
        paint(<StandingBadge view={before} onOpen={() => undefined} />, twice);
        paint(<StandingBadge view={after} onOpen={() => undefined} />, twice);
        paint(<StandingBadge view={after} onOpen={() => undefined} />, once);
        expect(twice.innerHTML).toBe(once.innerHTML);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its outermost element, so that a live region is heard', () => {
    const own = slot();
    paint(<StandingBadge view={over} onOpen={() => undefined} />, own);
    const status = own.firstElementChild;
    paint(<StandingBadge view={{ ...over, word: 'Calm' }} onOpen={() => undefined} />, own);
    expect(own.firstElementChild).toBe(status);
    expect(status?.getAttribute('role')).toBe('status');
  });

  it('hears a click', () => {
    const opened = vi.fn<() => void>();
    const own = slot();
    paint(<StandingBadge view={over} onOpen={opened} />, own);
    own.querySelector('button')?.click();
    expect(opened).toHaveBeenCalledOnce();
  });

  it('takes no text for markup', () => {
    const own = slot();
    const title = '"><img src=x onerror=alert(1)>';
    paint(<RowMark mark={{ icon: 'watch', picture: '.M0 0', tone: 'watch', title, figure: title }} />, own);
    expect(own.querySelector('img')).toBeNull();
    expect(own.textContent).toBe(title);
  });
});
