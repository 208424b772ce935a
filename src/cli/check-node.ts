// Imports nothing: it runs before any other file is loaded, on a Node that may not be able to load them.

/** Node 24 strips types without being asked; better-sqlite3 13 is built for N-API 10 and crashes without a word below it. */
const MIN_NODE_MAJOR = 24;
const MIN_NAPI = 10;

/** What is wrong with this Node and what to do, as lines; null when it will do. */
export function problemOfNode(versions: {
  readonly node: string;
  readonly napi?: string | undefined;
}): readonly string[] | null {
  const major = Number.parseInt(versions.node, 10);
  if (major >= MIN_NODE_MAJOR && Number(versions.napi ?? 0) >= MIN_NAPI) return null;
  return [
    `Countersign needs Node ${MIN_NODE_MAJOR} or newer; this is Node ${versions.node}.`,
    'On Linux, `npm ci` brings the right one along and `npm start`, `npm test` and `npm run -s countersign` use it.',
    `Elsewhere, install Node ${MIN_NODE_MAJOR} (LTS) and try again.`,
  ];
}

/** Ends the process with code 78 (EX_CONFIG) and says what to do, unless this Node will do. */
export function requireNode(): void {
  const problem = problemOfNode(process.versions);
  if (problem === null) return;
  process.stderr.write(`${problem.join('\n')}\n`);
  process.exit(78);
}
