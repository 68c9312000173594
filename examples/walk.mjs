// Takes one real alert through all four phases, printing every command and its answer: the walk of the README.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const steps = [
  ['--alert-payload', '@examples/alerts/checkout-latency.json'],
  ['ack', '--as', 'ana'],
  ['note', 'p99 rose within a minute of deploy-12345', '--kind', 'finding', '--as', 'ana'],
  ['note', '1,840 of 52,000 checkouts timed out', '--kind', 'impact', '--as', 'ana'],
  [
    'mitigate',
    'propose',
    '--workflow',
    'smartspec_rollback',
    '--arg',
    'failed-deployment-id=deploy-12345',
    '--as',
    'ana',
  ],
  ['mitigate', 'approve', '--as', 'bo'],
  ['mitigate', 'run', '--apply', '--as', 'ana'],
  ['verify'],
  ['resolve', '--as', 'ana'],
  [
    'rca',
    '--trigger',
    'deploy-12345 raised the connection pool of checkout above the limit of its database',
    '--factor',
    'the load test stops at half of the evening peak',
    '--factor',
    'the pool size is set by hand for each deploy',
    '--why',
    'requests waited for a free connection',
    '--why',
    'the pool asked for more connections than the database grants',
    '--why',
    'nothing compares the two limits before a deploy',
    '--went-well',
    'the alert fired before the first customer call',
    '--got-lucky',
    'the version before was still cached on every host',
  ],
  [
    'action',
    'add',
    'Reject a deploy whose pool size exceeds the database limit',
    '--owner',
    'platform',
    '--type',
    'prevent',
    '--due',
    '2099-12-11',
    '--priority',
    'P1',
    '--end-state',
    'CI fails on pool size 200',
    '--for',
    '2',
  ],
  [
    'action',
    'add',
    'Run the load test at 120 % of the evening peak',
    '--owner',
    'checkout',
    '--type',
    'detect',
    '--due',
    '2099-12-18',
    '--priority',
    'P2',
    '--end-state',
    'nightly report shows 120 %',
    '--for',
    '1',
  ],
  ['post-mortem', 'draft'],
  ['post-mortem', 'lint'],
  ['post-mortem', 'finalize', '--as', 'bo'],
  ['close', '--as', 'ana'],
  ['audit', 'verify'],
];

/** An argument as one would type it. */
const typed = (argument) => (/^[\w@%+=:,./-]+$/.test(argument) ? argument : `"${argument}"`);

const env = { ...process.env };
for (const step of steps) {
  console.log(`\n$ incident ${step.map(typed).join(' ')}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...step], { encoding: 'utf8', env });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  // Later steps name no incident: the first answer says which one is meant.
  env.INCIDENT_ID ??= /INC-\d{8}-[0-9A-Z]{6}/.exec(stdout)?.[0];
  if (status !== 0) process.exit(status ?? 70);
}
