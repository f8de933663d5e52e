import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Desk } from '../desk/desk.ts';
import type { Answer, Fields } from './answer.ts';
import { changed } from './changed.ts';
import { shown } from './shown.ts';

const MOST_BYTES = 1_000_000;

/** As strict as a good helpdesk: nothing inline, nothing from elsewhere, in nobody's frame. */
const HEADERS = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export const listener = (desk: Desk) => (request: IncomingMessage, response: ServerResponse) => {
  answerTo(desk, request).then(
    (answer) => send(response, answer),
    (problem: unknown) => {
      response.writeHead(500, HEADERS).end('The desk has a problem; its window says which.');
      process.stderr.write(`${String(problem)}\n`);
    },
  );
};

async function answerTo(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://desk.invalid');
  const asked = { path, query };
  if (request.method === 'GET' || request.method === 'HEAD') return shown(desk, asked);
  if (request.method !== 'POST')
    return { kind: 'refused', status: 405, why: 'A page is read or a form is sent; nothing else.' };
  if (isFromElsewhere(request))
    return { kind: 'refused', status: 403, why: 'That form was not on a page of this desk.' };
  const fields = await fieldsOf(request);
  return fields ? changed(desk, asked, fields) : { kind: 'refused', status: 413, why: 'That is too much text.' };
}

function isFromElsewhere({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

async function fieldsOf(request: IncomingMessage): Promise<Fields | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
  }
  return size > MOST_BYTES ? undefined : new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function send(response: ServerResponse, answer: Answer): void {
  const head = (status: number, headers: Record<string, string>): ServerResponse =>
    response.writeHead(status, { ...HEADERS, ...headers });
  switch (answer.kind) {
    case 'page':
      head(answer.status, { 'content-type': 'text/html; charset=utf-8' }).end(answer.text);
      return;
    case 'json':
      head(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.value));
      return;
    case 'file':
      head(200, { 'content-type': answer.type }).end(answer.text);
      return;
    case 'see':
      head(303, { location: answer.address }).end();
      return;
    case 'refused':
      head(answer.status, { 'content-type': 'text/plain; charset=utf-8' }).end(answer.why);
  }
}
