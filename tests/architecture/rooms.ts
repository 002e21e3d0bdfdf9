/**
 * The rooms of the house, and what each may reach for. A change here is a change of architecture:
 * make it on purpose, with its reason.
 */

/** Rooms whose answers depend on nothing but what they are given. In order: none knows a later one. */
export const pureRooms = [
  'diagnostics',
  'engine',
  'formula',
  'portfolio',
  'simulation',
  'measures',
  'experiment',
  'comparison',
  'calibration',
  'workshop',
  'snapshot',
  'words',
];

/** The rooms under `src/lib`. */
export const libRooms = [...pureRooms, 'charts', 'documents', 'state', 'ui', 'server'];

/**
 * Files any room may import that may import something at all. As the platform's `Math.exp` and
 * its kin are forbidden to pure rooms, their replacement has to be in reach of everyone. So has the
 * one way of taking a sum from another: measures do it, and so do comparisons of them.
 */
export const openFiles = ['src/lib/engine/elementary.ts', 'src/lib/engine/rounding.ts'];

interface MayImport {
  /** Rooms it may import in full. */
  values: string[];
  /** Rooms it may import with `import type`. */
  types?: string[];
}

/**
 * Who may import whom, besides its own room and diagnostics, which everybody may. `outside` is what
 * lies beside `src`: package.json for its version, models, schemas.
 */
export const mayImport: Record<string, MayImport> = {
  diagnostics: { values: [] },
  engine: { values: [] },
  formula: { values: [] },
  portfolio: { values: ['formula'] },
  simulation: { values: ['formula', 'engine'], types: ['portfolio'] },
  measures: { values: ['portfolio', 'simulation', 'formula'] },
  experiment: { values: ['portfolio', 'engine', 'simulation', 'measures'] },
  // It evaluates the tests of principles, which are formulas over results.
  comparison: { values: ['portfolio', 'formula', 'engine', 'measures', 'experiment'] },
  // Fitting assumptions to what was seen: it runs experiments and reads measures, as a comparison does.
  calibration: {
    values: ['portfolio', 'engine', 'formula', 'measures', 'experiment', 'comparison'],
  },
  workshop: { values: ['portfolio', 'measures', 'comparison'] },
  snapshot: { values: ['portfolio', 'measures', 'experiment', 'comparison', 'workshop'] },
  words: { values: [], types: pureRooms },
  charts: { values: ['words'], types: pureRooms },
  // A report lists every figure and measure of a model, and the method in the guide's own words.
  documents: {
    values: ['portfolio', 'measures', 'snapshot', 'words', 'charts'],
    types: [...pureRooms, 'content'],
  },
  state: { values: pureRooms },
  ui: { values: ['words', 'charts', 'state'], types: libRooms },
  // It is handed the method in the guide's own words.
  server: { values: [...pureRooms, 'documents', 'outside'], types: ['content'] },
  content: { values: [] },
  // It reads the guide's Markdown into the shape that content declares.
  build: { values: [], types: ['content'] },
  cli: { values: [...libRooms, 'content', 'build', 'outside'] },
  routes: { values: [...libRooms, 'content', 'outside'] },
};

/** The pools of workers, one for each kind of place, and the rooms that may import them. */
export const pools = [
  {
    name: 'browser pool',
    pattern: /^src\/lib\/experiment\/browser[-.]/,
    users: ['state', 'routes'],
  },
  {
    name: 'server pool',
    pattern: /^src\/lib\/experiment\/(server|node)[-.]/,
    users: ['server', 'cli', 'routes'],
  },
];

/**
 * The files of the experiment room that live by clocks and events, the pools and what they share.
 * The rules for pure rooms leave them out.
 */
export const impureExperiment =
  /^src\/lib\/experiment\/((browser|server|node)[-.]|worker-pool|in-place)/;

/** Where `node:` may be imported, besides the server pool. */
export const nodeRooms = ['server', 'cli', 'documents', 'build'];

/** The one home of each package; most packages have exactly one room. */
export const packageHomes: Array<{ pattern: RegExp; rooms: string[] }> = [
  { pattern: /^mathjs$/, rooms: ['formula'] },
  { pattern: /^yaml$/, rooms: ['portfolio'] },
  // Schemas are compiled by the build, and used compiled.
  { pattern: /^ajv(-formats)?$/, rooms: ['portfolio', 'build'] },
  { pattern: /^d3(-\w+)?$/, rooms: ['charts'] },
  { pattern: /^uqr$/, rooms: ['charts'] },
  { pattern: /^(docx|hucre|fflate|@resvg\/resvg-js)$/, rooms: ['documents'] },
  { pattern: /^(kysely|libsql|pg|pg-boss|better-auth)$/, rooms: ['server'] },
  { pattern: /^svelte$/, rooms: ['charts', 'documents', 'ui', 'state', 'routes'] },
  { pattern: /^(@sveltejs\/kit|\$app|\$env)$/, rooms: ['routes', 'ui'] },
  { pattern: /^@scottish-government\/design-system$/, rooms: ['routes', 'ui'] },
  // The code editor belongs to the one page that edits text, which fetches it when it is asked for.
  { pattern: /^(@codemirror\/[\w-]+|@lezer\/highlight)$/, rooms: ['routes'] },
  { pattern: /^(commander|cli-progress)$/, rooms: ['cli'] },
  { pattern: /^compression$/, rooms: ['build'] },
  // The guide is read by the build; what people write for a snapshot, by documents.
  { pattern: /^marked$/, rooms: ['build', 'documents'] },
  {
    pattern: /^(vite|vitest|@sveltejs\/vite-plugin-svelte|playwright|@sparticuz\/chromium)$/,
    rooms: ['build'],
  },
];

/** No file is longer than this, in lines. */
export const longestFile = 400;

/** Tables, which are easier to read in one piece; each with a reason if it is not plain. */
export const tables: string[] = [];

/** Tests that report how long something took, and judge nothing by it. */
export const timedReports = ['tests/known-answers/known-answers.test.ts'];

/** Made by a tool. */
export const generated = /^src\/lib\/portfolio\/generated\//;

/** Names that say nothing of what is inside. */
export const emptyNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'data',
  'misc',
  'shared',
];
