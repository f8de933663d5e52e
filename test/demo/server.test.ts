import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { observed } from '../../demo/desk/observed.ts';
import { startDemo, type Demo } from '../../demo/server.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ customers: 40, scale: 2 });
});
afterAll(() => demo.close());

const get = async (path: string): Promise<string> => (await fetch(demo.url + path)).text();
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(demo.url + path, { method: 'POST', body: new URLSearchParams(fields), headers });

const history = async (query: string): Promise<{ pages: number; tickets: { ticketId: string }[] }> =>
  JSON.parse(await get(`/api/history?${query}`));

const busiest = () => {
  const person = demo.desk.people()[0];
  if (!person) throw new Error('nobody is known');
  return { person, tickets: demo.desk.tickets().filter(({ requesters }) => requesters.includes(person)) };
};

describe('pages', () => {
  it('show what people wrote as text', async () => {
    const { id } = demo.desk.add({
      requester: { name: '<b>Bea</b>', email: 'bea@company.example' },
      subject: 'Phone display says "<NO LINE>" & beeps',
      text: '</textarea><script>alert(1)</script>',
    });
    for (const path of [`/tickets/${id}`, '/', `/people/${demo.desk.person('bea@company.example')?.id}`]) {
      const page = await get(path);
      expect(page).toContain('Phone display says &quot;&lt;NO LINE&gt;&quot; &amp; beeps');
      expect(page).not.toMatch(/<NO LINE>|<b>Bea|<script>alert/);
    }
  });

  it('fill a new ticket with what a link asks for, and no more', async () => {
    const filled = await get(
      '/tickets/new?requester=bea%40company.example&subject=%22Hi%22&body=%3C%2Ftextarea%3E%0A%20two',
    );
    expect(filled).toContain('value="bea@company.example"');
    expect(filled).toContain('value="&quot;Hi&quot;"');
    expect(filled).toMatch(/maxlength="20000">\n&lt;\/textarea&gt;\n two<\/textarea>/);
  });

  it.each(['/nowhere', '/tickets/1', '/tickets/x', '/people/1', '/desk.exe'])(
    'know that %s is not there',
    async (path) => {
      expect((await fetch(demo.url + path)).status).toBe(404);
    },
  );

  it('allow no script but their own', async () => {
    const policy = (await fetch(demo.url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(await get('/')).not.toMatch(/<style|style="|onclick/);
  });
});

describe('forms', () => {
  it('send a reply and solve the ticket', async () => {
    const { id } = demo.desk.add({ requester: 'cy@company.example', subject: 'Help', text: 'Help' });
    const shown = await post(`/tickets/${id}/reply`, { as: 'agent', text: 'Done', minutes: '7', status: 'solved' });
    expect(new URL(shown.url).pathname).toBe(`/tickets/${id}`);
    expect(demo.desk.ticket(id)).toMatchObject({
      status: 'solved',
      minutes: 7,
      messages: [{}, { by: 'agent', text: 'Done' }],
    });
  });

  it('open a ticket of ours to a customer', async () => {
    const shown = await post('/tickets', {
      requester: 'cy@company.example',
      subject: 'Thanks',
      body: 'For nothing',
      by: 'agent',
    });
    const ticket = demo.desk.ticket(Number(shown.url.split('/').at(-1)));
    expect(ticket).toMatchObject({
      subject: 'Thanks',
      opener: { id: 'agent-1' },
      requesters: [{ email: 'cy@company.example' }],
    });
  });

  it.each([
    ['/tickets', { requester: 'nobody', subject: 'A', body: 'B' }, 400],
    ['/tickets', { requester: 'cy@company.example', subject: ' ', body: 'B' }, 400],
    ['/tickets/1/reply', { text: 'Hello' }, 400],
    ['/tickets/2001/reply', { text: '' }, 400],
    ['/tickets/2001/time', { what: 'call', minutes: 'many' }, 400],
    ['/tickets/2001/status', { status: 'toString' }, 400],
    ['/tickets/2001/merge', { into: '2001' }, 400],
    ['/tickets/2001/burn', {}, 400],
  ])('refuse %s with %o', async (path, fields, status) => {
    expect((await post(path, fields)).status).toBe(status);
  });

  it('are taken from pages of the desk only', async () => {
    const elsewhere = await post('/tickets/2001/status', { status: 'spam' }, { origin: 'http://evil.example' });
    expect(elsewhere.status).toBe(403);
    expect(demo.desk.ticket(2001)?.status).not.toBe('spam');
  });

  it('refuse a megabyte and more', async () => {
    expect((await post('/tickets/2001/reply', { text: 'a'.repeat(1_100_000) })).status).toBe(413);
  });
});

describe('the history', () => {
  it('equals the desk, page by page, the oldest first', async () => {
    const { person, tickets } = busiest();
    const first = await history(`requester=${person.id}`);
    expect(first.pages).toBeGreaterThan(1);
    const pages = await Promise.all(
      Array.from({ length: first.pages }, (_, index) => history(`requester=${person.email}&page=${index + 1}`)),
    );
    expect(pages.flatMap((page) => page.tickets)).toEqual(
      JSON.parse(JSON.stringify(tickets.toReversed().map(observed))),
    );
  });

  it('tells only what changed since an instant', async () => {
    const { person, tickets } = busiest();
    const [newest] = tickets.toSorted((a, b) => b.updatedAt - a.updatedAt);
    const changed = await history(`requester=${person.id}&since=${newest?.updatedAt}`);
    expect(changed.tickets.map(({ ticketId }) => ticketId)).toContain(String(newest?.id));
    expect((await history(`requester=${person.id}&since=${Date.now() + 1000}`)).tickets).toEqual([]);
  });

  it('of somebody unknown is empty', async () => {
    expect(await history('requester=nobody')).toEqual({ pages: 1, tickets: [] });
    expect(await history('')).toEqual({ pages: 1, tickets: [] });
  });
});
