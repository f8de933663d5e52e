/**
 * Which room may import which: its values, and besides those, types only. What is not listed is forbidden.
 * docs/ARCHITECTURE.md shows the same table to people.
 */
export const rooms = {
  'lib/observation.ts': {},
  'lib/scoring/': {},
  'lib/calendar/': { types: ['lib/scoring/'] },
  'lib/settings/': { values: ['lib/scoring/'] },
  'lib/text/': { types: ['lib/scoring/', 'lib/settings/', 'lib/store/'] },
  'lib/helpdesks/': { values: ['lib/observation.ts'] },
  'lib/messaging/': {
    values: ['lib/observation.ts'],
    types: ['lib/scoring/', 'lib/settings/', 'lib/store/', 'lib/text/'],
  },
  'lib/store/': { values: ['lib/observation.ts', 'lib/scoring/', 'lib/settings/'] },
  'lib/privacy/': { values: ['lib/observation.ts', 'lib/scoring/', 'lib/store/', 'lib/settings/', 'lib/text/'] },
  'components/': { values: ['lib/scoring/', 'lib/messaging/', 'lib/settings/', 'lib/text/'], types: ['lib/'] },
  'entrypoints/': { values: ['lib/', 'components/'] },
  'demo/': { values: ['lib/'] },
  'scripts/': { values: ['lib/', 'demo/'] },
};

/** What is shipped. Nothing in it imports anything else of ours, as every room's rule below says. */
const SHIPPED = '^(lib|components|entrypoints)/';
const OURS = '^(lib|components|entrypoints|scripts|demo|test)/';
const starts = (paths) => paths.map((path) => `^${path.replaceAll('.', '\\.')}`);

const keepsToItsNeighbours = ([room, { values = [], types = [] }]) => [
  {
    name: `${room} imports only its neighbours`,
    severity: 'error',
    from: { path: starts([room]) },
    to: { path: OURS, pathNot: starts([room, ...values]), dependencyTypesNot: ['type-only'] },
  },
  {
    name: `${room} imports types only of its neighbours`,
    severity: 'error',
    from: { path: starts([room]) },
    to: { path: OURS, pathNot: starts([room, ...values, ...types]) },
  },
];

export default {
  forbidden: [
    { name: 'everything resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every file has a room',
      severity: 'error',
      from: { path: OURS, pathNot: [...starts(Object.keys(rooms)), '^test/'] },
      to: {},
    },
    ...Object.entries(rooms).flatMap(keepsToItsNeighbours),
    {
      name: 'only the store knows Dexie',
      severity: 'error',
      from: { path: OURS, pathNot: '^(lib/store|test|scripts)/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'only faces know Preact',
      severity: 'error',
      from: { path: OURS, pathNot: '^(components|entrypoints|test)/' },
      to: { path: 'node_modules/preact' },
    },
    {
      name: 'only edges know the browser',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: '^lib/messaging/' },
      to: { path: 'node_modules/(wxt|webextension-polyfill)' },
    },
    {
      name: 'no test tools in what is shipped',
      severity: 'error',
      from: { path: SHIPPED },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/(wxt|@types)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
