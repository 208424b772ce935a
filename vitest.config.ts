import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Left alone it takes one worker on a machine of two cores.
    maxWorkers: 2,
    // No test replaces a module, so files share a process, and what they import is loaded twice in all instead of once a file.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Node strips the types itself, as it does in production; transforming them once more takes three times as long.
    experimental: { viteModuleRunner: false },
    env: { NO_COLOR: '1', TZ: 'UTC' },
  },
});
