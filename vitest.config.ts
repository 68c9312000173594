import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**', 'node_modules/**'],
    globalSetup: ['test/support/build-once.ts'],
    setupFiles: ['test/support/same-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Three at once on two cores, since many tests wait for a process, a server or a deadline.
    maxWorkers: 3,
    // What fails by bad luck does not fail twice.
    retry: 1,
  },
});
