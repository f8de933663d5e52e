import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two extensions that do as good as nothing: what the browser itself charges for there being one. */
export interface Floors {
  /** One statement. */
  readonly statement: string;
  /** One span, then a message to the worker, then its answer as the span's text: the least that a badge can cost. */
  readonly span: string;
  remove(): void;
}

const SPAN = `const span = document.body.appendChild(document.createElement('span'));
chrome.runtime.sendMessage('hello').then((text) => { span.textContent = text; });`;
const WORKER = `chrome.runtime.onMessage.addListener((message, sender, answer) => { answer('Calm 1 of 3'); });`;

export function floors(): Floors {
  const folder = mkdtempSync(join(tmpdir(), 'noclaims-floors-'));
  return {
    statement: written(folder, 'statement', 'globalThis.seen = true;'),
    span: written(folder, 'span', SPAN),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function written(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [
      {
        matches: ['http://127.0.0.1/*', 'http://localhost/*'],
        js: ['page.js'],
        run_at: 'document_idle',
      },
    ],
  };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(path, 'worker.js'), WORKER);
  writeFileSync(join(path, 'page.js'), script);
  return path;
}
