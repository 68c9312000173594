import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const installed = spawnSync('age', ['--version']).status === 0 && spawnSync('age-keygen', ['--version']).status === 0;
if (!installed) process.stderr.write('age and age-keygen are not installed: their tests are left out\n');

test.runIf(installed)('the age that others use opens what was kept, and its keys open it here', async () => {
  const keys = openRig();
  const key = join(keys.folder, 'keys.txt');
  execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', key], { encoding: 'utf8' }).trim();
  const rig = openRig(`incident_response: { security: { encrypt_to: [${recipient}] } }`);
  const payload = checkout({ customer: 'as it came' });
  const { incident_id: id } = await rig.ok('--alert-payload', payload);
  await rig.run('--alert-payload', '{"broken');
  const sealed = rig.files('.spec').filter((file) => file.endsWith('.age'));
  const opened = sealed.map((file) =>
    execFileSync('age', ['-d', '-i', key, join(rig.folder, file)], { encoding: 'utf8' }),
  );
  expect(opened.toSorted()).toEqual([payload, '{"broken'].toSorted());
  const revealed = await rig.ok('audit', 'reveal', id, '--identity', key, '--as', 'ana');
  expect(revealed).toMatchObject({ original: payload });
});
