import { globSync } from 'node:fs';
import { basename } from 'node:path';

const built = '.output/chrome-mv3';
const core = `${built}/content-scripts/helpdesk.js`;

/** What reaches a ticket page: the core and the one adapter of its helpdesk. */
export default globSync('lib/helpdesks/adapters/*.ts').flatMap((path) => {
  const id = basename(path, '.ts');
  const files = { path: [core, `${built}/adapter-${id}.js`] };
  return [
    { ...files, name: `on a page of ${id}`, limit: '30000 B', brotli: false },
    { ...files, name: `on a page of ${id}, gzipped`, limit: '12000 B', gzip: true },
  ];
});
