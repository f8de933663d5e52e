// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { StandingCard } from '@/components/standing-card';
import type { Action } from '@/lib/messaging/protocol';

import { fullCard, shortCard } from './card-given';

afterEach(cleanup);

const open = (view = fullCard, done?: string) => {
  const acted = vi.fn<(action: Action) => void>();
  render(<StandingCard view={view} done={done} onAct={(action) => acted(action)} />);
  return { acted, card: screen.getByRole('dialog', { name: view.label }) };
};

const menu = (name: string): HTMLDetailsElement => {
  const summary = screen.getByText(name, { selector: 'summary' });
  return summary.closest('details')!;
};
const unfold = (name: string): HTMLDetailsElement => {
  const details = menu(name);
  details.open = true;
  return details;
};
const focused = (): string | null | undefined => document.activeElement?.textContent;

describe('the card', () => {
  it('answers the questions in their order', () => {
    const { card } = open();
    const texts = [
      'Nora Fairweather',
      'Feinmechanik Grünewald',
      '4 contacts in 30 days; your limit is 3.',
      'Contacts',
      'Expected a year',
      'Cost to serve, 12 months',
      'No-claims ladder',
      'Read 5 minutes ago. Reopenings were not read.',
      'Log a call',
    ];
    const places = texts.map((text) => card.textContent.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('says its plots in words', () => {
    open();
    expect(screen.getByRole('img', { name: /^Counted contacts a month/ })).toBeTruthy();
    expect(screen.getByRole('img', { name: /^Expected 15 contacts a year/ })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'No-claims ladder' })).toBeTruthy();
  });

  it('rules a sum off, and marks it only below zero', () => {
    const cost = {
      title: 'Margin, 12 months',
      value: '€1,680 − €1,910 =',
      sum: { text: '−€230', below: true },
    } as const;
    open({ ...fullCard, cost });
    const sum = screen.getByText('−€230');
    expect([sum.tagName, sum.getAttribute('data-below')]).toEqual(['U', 'true']);
    expect(sum.closest('h3')?.textContent).toBe('Margin, 12 months€1,680 − €1,910 = −€230');
    cleanup();
    open({ ...fullCard, cost: { ...cost, sum: { text: '€0' } } });
    expect(screen.getByText('€0').hasAttribute('data-below')).toBe(false);
  });

  it('marks the present rung', () => {
    open();
    const at = screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current') === 'step');
    expect(at.map(({ textContent }) => textContent)).toEqual(['30%']);
  });

  it('leaves out what has no content', () => {
    const { card } = open(shortCard);
    expect(within(card).queryByRole('img')).toBeNull();
    expect(within(card).queryByRole('button')).toBeNull();
    expect(screen.getByText('No contact in five years. Never thanked.')).toBeTruthy();
  });

  it('says what happened after a click', () => {
    open(fullCard, 'Call logged.');
    expect(screen.getByRole('status').textContent).toBe('Call logged.');
  });

  it('never takes a name for markup', () => {
    const { card } = open({ ...shortCard, name: '<img src=x onerror=alert(1)>' });
    expect(card.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('what is done', () => {
  it('thanks at once', () => {
    const { acted } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Thank Nora' }));
    expect(acted).toHaveBeenCalledWith({ do: 'thank' });
  });

  it('logs a call with its kind and minutes, and forgets them', () => {
    const { acted } = open();
    const details = within(unfold('Log a call'));
    fireEvent.change(details.getByLabelText('Kind'), { target: { value: 'visit' } });
    fireEvent.input(details.getByLabelText('Minutes'), { target: { value: '25' } });
    fireEvent.click(details.getByText('Log it'));
    expect(acted).toHaveBeenCalledWith({ do: 'log-call', kind: 'visit', minutes: 25 });
    expect(details.getByLabelText<HTMLInputElement>('Minutes').value).toBe('');
    expect(menu('Log a call').open).toBe(false);
  });

  it('logs a call without minutes: they are not known', () => {
    const { acted } = open();
    fireEvent.click(within(unfold('Log a call')).getByText('Log it'));
    expect(acted).toHaveBeenCalledWith({ do: 'log-call', kind: 'call' });
  });

  it('shows what a cause takes before it is chosen', () => {
    const { acted } = open();
    const details = within(unfold('Set the cause'));
    const crash = details.getByText('Unknown crash').closest('button')!;
    expect(crash.textContent).toContain('Takes 30% to 0% at once.');
    expect(details.getByText('A request').closest('button')?.getAttribute('aria-current')).toBe('true');
    fireEvent.click(crash);
    expect(acted).toHaveBeenCalledWith({ do: 'cause', cause: 'unknown_crash', contactId: 'd1/7/open' });
  });

  it('snoozes with one click', () => {
    const { acted } = open();
    fireEvent.click(within(unfold('More')).getByText('Snooze the alert for 7 days'));
    expect(acted).toHaveBeenCalledWith({ do: 'snooze', alertId: 'a1', days: 7 });
  });

  it('asks before it erases', () => {
    const { acted } = open();
    unfold('More');
    const question = within(unfold('Erase this customer'));
    expect(acted).not.toHaveBeenCalled();
    expect(question.getByText('For good.')).toBeTruthy();
    fireEvent.click(question.getByText('Erase this customer', { selector: 'button' }));
    expect(acted).toHaveBeenCalledWith({ do: 'erase' });
  });

  it('exempts only with a reason', () => {
    const { acted } = open();
    unfold('More');
    const question = within(unfold('Exempt from scoring'));
    const form = question.getByText('Exempt from scoring', { selector: 'button' }).closest('form')!;
    fireEvent.submit(form);
    expect(acted).not.toHaveBeenCalled();
    fireEvent.input(question.getByLabelText('Reason'), { target: { value: '  a friend of the house ' } });
    fireEvent.submit(form);
    expect(acted).toHaveBeenCalledWith({ do: 'exempt', on: true, reason: 'a friend of the house' });
  });
});

describe('by the keyboard', () => {
  it('arrows go through a menu and around', () => {
    open();
    const summary = within(menu('Set the cause')).getByText('Set the cause');
    summary.focus();
    fireEvent.keyDown(summary, { key: 'ArrowDown' });
    expect(menu('Set the cause').open).toBe(true);
    expect(focused()).toContain('A request');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(focused()).toContain('Unknown crash');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(focused()).toBe('Set the cause');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(focused()).toContain('Unknown crash');
  });

  it('Escape closes the innermost menu, and gives the focus to its button', () => {
    open();
    unfold('More');
    const inner = unfold('Erase this customer');
    const button = within(inner).getByText('Erase this customer', { selector: 'button' });
    button.focus();
    fireEvent.keyDown(button, { key: 'Escape' });
    expect([inner.open, menu('More').open]).toEqual([false, true]);
    expect(document.activeElement).toBe(inner.querySelector('summary'));
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(menu('More').open).toBe(false);
    expect(focused()).toBe('More');
  });

  it('keeps what is typed from the shortcuts of the helpdesk, but not Escape and Tab', () => {
    const { card } = open();
    const heard = vi.fn<(key: string) => void>();
    const listen = ({ key }: KeyboardEvent): void => heard(key);
    document.addEventListener('keydown', listen);
    for (const key of ['r', 'Tab', 'Escape']) fireEvent.keyDown(card, { key });
    document.removeEventListener('keydown', listen);
    expect(heard.mock.calls.flat()).toEqual(['Tab', 'Escape']);
  });

  it('a click beside an open menu closes it', () => {
    open();
    const details = unfold('More');
    fireEvent.click(screen.getByRole('heading', { level: 2 }));
    expect(details.open).toBe(false);
  });
});
