/** Which floor each room stands on. Imports go down only; src/README.md has the picture. */
export const floors: Readonly<Record<string, number>> = {
  domain: 0,
  operations: 1,
  policy: 1,
  audit: 1,
  detections: 1,
  approvals: 2,
  workflow: 3,
  config: 4,
  openai: 4,
  storage: 4,
  secrets: 4,
  identity: 4,
  outlets: 4,
  slack: 4,
  web: 4,
  schedule: 4,
  doctor: 4,
  'sandbox/openai': 4,
  'sandbox/slack': 4,
  'sandbox/page': 4,
  'sandbox/world': 5,
  rehearsal: 5,
  cli: 5,
  compose: 5,
  main: 5,
  start: 5,
  bot: 5,
  duties: 5,
  'examine-bot': 5,
  'metrics-of': 5,
  'open-memory': 5,
  'probes-of': 5,
};

export const pureRooms = ['domain', 'operations', 'policy', 'audit', 'detections', 'approvals'] as const;

const belowWorkflow: readonly string[] = pureRooms;
const belowAdapters: readonly string[] = [...pureRooms, 'workflow'];

const everything: readonly string[] = Object.keys(floors);

/** By floor: what of the floors below is in sight. */
const inSight: readonly (readonly string[])[] = [
  [],
  ['domain'],
  ['domain', 'policy'],
  belowWorkflow,
  belowAdapters,
  everything,
];

/** The rooms that a room may import. The emulators know the wire, and of the house no more than its words. */
export function mayEnter(room: string): readonly string[] {
  return room.startsWith('sandbox/') && floors[room] === 4 ? ['domain'] : (inSight[floors[room] ?? 0] ?? []);
}

/** Packages and parts of Node that floors 0 to 3 may use: all of them compute, none of them looks at the world. */
export const purePackages: Readonly<Record<string, readonly string[]>> = {
  domain: ['canonicalize', 'node:crypto', 'node:util'],
  operations: ['zod', 'fuzzysort', 'fastest-levenshtein'],
  policy: ['zod', 'yaml', 'fastest-levenshtein', 'node:util'],
  audit: ['zod'],
  detections: ['zod', 'simple-statistics', 'croner'],
  approvals: ['zod'],
  workflow: ['zod', 'fuzzysort', 'fastest-levenshtein', 'croner'],
};

/** Packages that bring a piece of the world in, each with the rooms that may hold it. */
export const keepers: Readonly<Record<string, readonly string[]>> = {
  kysely: ['storage'],
  // The sandbox's world changes a stored row behind the bot's back, to show that this is found out.
  'better-sqlite3': ['storage', 'sandbox/world'],
  '@slack/bolt': ['slack'],
  '@slack/types': ['slack'],
  '@slack/web-api': ['slack'],
  undici: ['openai', 'slack', 'secrets', 'outlets', 'identity'],
  pino: ['config'],
  commander: ['cli'],
  hono: ['sandbox/page', 'sandbox/slack', 'web'],
  '@hono/node-server': ['sandbox/page', 'sandbox/slack', 'web'],
  ws: ['sandbox/slack'],
  '@simplewebauthn/server': ['identity'],
  otpauth: ['identity'],
  uqr: ['identity', 'cli'],
};
