import house from './.dependency-cruiser.mjs';

/** What runs in a helpdesk's page, and all it brings along. Types are gone by then, so they may come from anywhere. */
const ON_THE_PAGE = '^(entrypoints/(helpdesk\\.content/|helpdesk-card|recognise)|lib/helpdesks/adapters/)';
const reaches = (name, path) => ({
  name,
  severity: 'error',
  from: { path: ON_THE_PAGE },
  to: { path, reachable: true },
});

export default {
  forbidden: [
    reaches('no polyfill on helpdesk pages', 'node_modules/webextension-polyfill'),
    reaches('no database on helpdesk pages', '(^lib/store/|node_modules/dexie)'),
    reaches('no sentences on helpdesk pages', '^lib/(text/catalogue|settings|privacy)/'),
    reaches('no scoring on helpdesk pages', '^lib/scoring/'),
  ],
  options: { ...house.options, tsPreCompilationDeps: false },
};
