import { type Check, fail, ok } from '../check.ts';

const MIN_NODE = 24;
const MIN_NAPI = 10;

export const runtime: Check = {
  id: 'runtime',
  title: 'Node and SQLite',
  run: async ({ node, sqliteVersion }) => {
    const [major = 0, minor = 0] = sqliteVersion.split('.').map(Number);
    if (Number.parseInt(node.version, 10) < MIN_NODE || node.napi < MIN_NAPI) {
      return fail(
        'reads',
        `Node ${node.version} is too old.`,
        `Install Node ${MIN_NODE} (LTS), or use the one that npm ci brings.`,
      );
    }
    // Older versions can lose a write-ahead log that two connections reset at once (SQLite changes, 3.51.3 and 3.53.0).
    if (major < 3 || (major === 3 && minor < 53)) {
      return fail('reads', `SQLite ${sqliteVersion} is too old.`, 'Run npm ci: it brings a newer one.');
    }
    return ok(`Node ${node.version}, SQLite ${sqliteVersion}.`);
  },
};
