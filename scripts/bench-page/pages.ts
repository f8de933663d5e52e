import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

import { startDemo } from '../../demo/server.ts';
import { ROOT } from '../processes.ts';

/** A page to be measured on, and the helpdesk it belongs to. */
export interface BenchPage {
  readonly name: string;
  readonly adapterId: string;
  readonly url: string;
  close(): Promise<void>;
}

const FIXTURES = join(ROOT, 'test/fixtures/helpdesks/rt');

/** A stored ticket page of Request Tracker; its REST is answered from a file. */
async function requestTracker(): Promise<BenchPage> {
  const html = readFileSync(join(FIXTURES, 'ticket.html'));
  const answers = JSON.parse(readFileSync(join(FIXTURES, 'ticket.answers.json'), 'utf8'));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const json = path.startsWith('/REST/2.0/tickets')
      ? answers.tickets
      : path.startsWith('/REST/2.0/transactions')
        ? answers.transactions
        : undefined;
    if (json) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    else if (path.startsWith('/Ticket/Display.html')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    } else response.writeHead(404).end();
  });
  const url = `${await listening(server)}/Ticket/Display.html?id=540`;
  return {
    name: 'Request Tracker',
    adapterId: 'rt',
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The first ticket of the demo helpdesk, by another name of the host: two helpdesks on one would both send their adapters. */
async function markedUp(): Promise<BenchPage> {
  const { url, plan, close } = await startDemo({ customers: 12, scale: 0.3 });
  const list = await (await fetch(`${url}/`)).text();
  const path = /href="(\/tickets\/\d+)"/.exec(list)?.[1];
  if (!path || plan.tickets.length === 0) throw new Error('The demo helpdesk lists no ticket.');
  return { name: 'marked up', adapterId: 'marked-up', url: url.replace('127.0.0.1', 'localhost') + path, close };
}

export const PAGES: Readonly<Record<string, () => Promise<BenchPage>>> = { rt: requestTracker, 'marked-up': markedUp };

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bench listens on no port.');
  return `http://127.0.0.1:${address.port}`;
}

/**
 * An agent at work for 60 frames: a message comes, a clock ticks, and three times everything that is read is rendered anew,
 * as helpdesks do. Runs in the page.
 */
export const CHURN = `new Promise((done) => {
  const find = () => document.querySelector('[data-noclaims-pane], #body') ?? document.body;
  let frame = 0;
  const step = () => {
    const pane = find();
    if (frame % 20 === 19) {
      const copy = pane.cloneNode(true);
      for (const ours of copy.querySelectorAll('nc-standing')) ours.remove();
      pane.replaceChildren(...copy.childNodes);
    } else {
      const message = pane.appendChild(document.createElement('article'));
      for (let line = 0; line < 12; line++) message.appendChild(document.createElement('p')).textContent = 'The printer has stopped again, ' + frame + '.' + line;
    }
    frame += 1;
    if (frame < 60) requestAnimationFrame(step); else done(frame);
  };
  requestAnimationFrame(step);
})`;
