import { requireNode } from './cli/check-node.ts';

requireNode();

const { start } = await import('./start.ts');
const exitCode = await start();
// A start that failed half-way may have left something open; nothing of it is worth keeping.
if (exitCode !== undefined) process.exit(exitCode);
