// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RowMark } from '@/components/row-mark';
import { StandingBadge } from '@/components/standing-badge';

import { over, reading } from './card-given';

afterEach(cleanup);

describe('the badge', () => {
  it('is a status that says the whole sentence', () => {
    render(<StandingBadge view={over} onOpen={() => undefined} />);
    const button = screen.getByRole('button', { name: over.label });
    expect(screen.getByRole('status').contains(button)).toBe(true);
    expect(button.textContent).toBe('Over limit4 of 330%');
  });

  it('opens what it stands for', () => {
    const opened = vi.fn<() => void>();
    render(<StandingBadge view={reading} onOpen={opened} />);
    const button = screen.getByRole('button');
    expect(button.getAttribute('aria-haspopup')).toBe('dialog');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(opened).toHaveBeenCalledOnce();
  });
});

describe('the mark of a row', () => {
  it('is a silhouette with a sentence, and a figure for an open alert', () => {
    render(
      <RowMark
        mark={{
          icon: 'over',
          picture: '.M0 0',
          tone: 'expensive',
          figure: '4/3',
          title: 'Over limit: 4 of 3 in 30 days',
        }}
      />,
    );
    const mark = screen.getByRole('img', { name: 'Over limit: 4 of 3 in 30 days' });
    expect(mark.textContent).toBe('4/3');
    expect(mark.title).toBe('Over limit: 4 of 3 in 30 days');
  });

  it('shows no figure for a level', () => {
    render(<RowMark mark={{ icon: 'watch', picture: '.M0 0', tone: 'watch', title: 'Watch: 3 of 3 in 30 days' }} />);
    expect(screen.getByRole('img').textContent).toBe('');
  });
});
