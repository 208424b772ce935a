import { requireNode } from './check-node.ts';

requireNode();

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
