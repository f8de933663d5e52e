// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { markedUp } from '@/lib/helpdesks/adapters/marked-up';
import { rt } from '@/lib/helpdesks/adapters/rt';

import { pageOf, storedPage } from './stored';

const letter = {
  to: { userId: '59', email: 'hugo+vip@acme.example' },
  subject: 'Thank you & more',
  body: 'Dear Hugo,\n100 % calm?',
};

describe('a message to a customer', () => {
  it('is RT’s own form for a new ticket, filled', () => {
    const address = new URL(rt.compose?.(storedPage('rt', 'merged-german').page, letter) ?? '');
    expect(address.origin + address.pathname).toBe('https://help.example.org/rt/Ticket/Create.html');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      Requestors: 'hugo+vip@acme.example',
      Subject: 'Thank you & more',
      Content: 'Dear Hugo,\n100 % calm?',
    });
  });

  it('is the form that marked-up pages name', () => {
    const address = new URL(markedUp.compose?.(storedPage('marked-up', 'ticket').page, letter) ?? '');
    expect(address.origin + address.pathname).toBe('https://desk.example.org/desk/new');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      requester: '59',
      subject: letter.subject,
      body: letter.body,
    });
  });

  it('is a mail where they name none, or one elsewhere', () => {
    for (const compose of ['', '; compose=https://evil.example/new', '; compose=//evil.example/new']) {
      const page = pageOf(`<head><meta name="noclaims" content="1${compose}"></head>`, 'https://desk.example.org/');
      const address = new URL(markedUp.compose?.(page, letter) ?? '');
      expect(address.protocol).toBe('mailto:');
      expect(decodeURIComponent(address.pathname)).toBe('hugo+vip@acme.example');
      expect(address.searchParams.get('body')).toBe(letter.body);
    }
  });
});
