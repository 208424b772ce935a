import { requireNode } from './cli/check-node.ts';

requireNode();

const { start } = await import('./start.ts');
process.exitCode = await start();
