import { defineConfig } from 'vitest/config';

/** Behaviour that has to be the same wherever records are kept. */
const suites = [
  'explains-every-refusal-with-what-to-type-instead',
  'finds-the-incident-that-is-meant',
  'goes-the-whole-road-without-a-person',
  'guards-the-gates-of-the-life-cycle',
  'keeps-action-items-and-writes-the-report',
  'listens-for-alerts-over-http',
  'obeys-no-escape-in-what-others-wrote',
  'prints-exactly-one-json-object',
  'runs-what-was-meant-in-a-clean-world',
  'silences-alerts-for-a-while',
  'simulate-and-oncall-show-what-would-be',
  'takes-a-stream-of-alerts',
  'takes-alerts-of-many-processes',
  'takes-an-alert-by-argument-file-or-standard-input',
  'takes-any-json-at-all',
  'tells-what-became-of-an-alert-by-its-outcome',
  'tick-and-watch-page-each-step-once',
  'update-and-handover-reach-people',
  'walks-the-whole-road-with-configured-workflows',
  'walks-the-whole-road-without-configuration',
  'writes-down-what-people-find',
];

// The tests of the command line once more, from the same source, with every record in PostgreSQL.
export default defineConfig({
  test: {
    include: suites.map((name) => `test/cli/${name}.test.ts`),
    globalSetup: ['test/support/shared-suite.ts'],
    setupFiles: ['test/support/same-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    retry: 1,
  },
});
