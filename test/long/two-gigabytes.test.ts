import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openRig } from '../support/rig.ts';

const memoryReporter = fileURLToPath(new URL('../support/report-memory.cjs', import.meta.url));

test('a run that prints two gigabytes costs no more memory than one that prints a line', async () => {
  const rig = openRig(`
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 5m } }
`);
  rig.write('ops/rollback.sh', '#!/bin/sh\necho first; head -c 2147483648 /dev/zero; echo; echo last\n', 0o700);
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana');
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  const report = path.join(rig.folder, 'memory');
  const ran = await rig.runWith(
    { node: ['--require', memoryReporter], env: { REPORT_MEMORY: report } },
    ...['mitigate', 'run', id, '--apply', '--json'],
  );
  expect(ran.code).toBe(0);
  const [mitigation] = rig.state(id).mitigations;
  expect(mitigation?.excerpt).toMatch(/^first\n/);
  expect(mitigation?.excerpt).toMatch(/\nlast$/);
  expect(mitigation?.excerpt.length).toBeLessThan(9000);
  expect(Number(fs.readFileSync(report, 'utf8'))).toBeLessThan(300_000);
});
