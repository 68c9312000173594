import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openRig, type Rig } from '../support/rig.ts';

const script = '#!/bin/sh\nfor one in "$@"; do printf "%s\\0" "$one"; done > ran.args\n';

/** Takes every argument that can come from an alert or a change, whole. */
const config = `
incident_response:
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  approvals: { default: { proposer_may_approve: [SEV-1, SEV-2, SEV-3, SEV-4] } }
  playbooks:
    - name: go back
      match: { severity: [SEV-1] }
      propose:
        workflow: smartspec_rollback
        args:
          failed-deployment-id: suspect.deployment_id
          target-version: suspect.previous_version
          version: suspect.version
          service: incident.service
          build: labels.build
      auto: true
`;

const harmless = {
  service: 'checkout',
  deployment: 'deploy-7',
  version: 'v2',
  previous: 'v1',
  build: 'b-1',
  title: 'slow',
  text: 'checkout v2',
};
type Field = keyof typeof harmless;

function project(): Rig {
  const rig = openRig(config);
  rig.write('ops/rollback.sh', script, 0o700);
  return rig;
}

/** Hands a change and an alert in, both with these values, and lets the playbook run what it makes of them. */
async function runWith(rig: Rig, values: Readonly<Record<Field, string>>) {
  const { service, deployment, version, previous, build, title, text } = values;
  const changed = await rig.run(
    ...['change', 'add', `--service=${service}`, `--deployment-id=${deployment}`, `--version=${version}`],
    ...[`--from-version=${previous}`, '--at', new Date(Date.now() - 600_000).toISOString(), '--json', '--', text],
  );
  const alert = JSON.stringify({ title, service, severity: 'critical', status: 'firing', labels: { build } });
  const told = await rig.run('--alert-payload', alert, '--apply', '--json');
  return { changed, told };
}

const ranWith = (rig: Rig): readonly string[] | null =>
  fs.existsSync(path.join(rig.folder, 'ran.args')) ? rig.read('ran.args').split('\0').slice(0, -1) : null;

/** A value that starts with a dash is joined to its name, so that it can't become a flag. */
const pair = (name: string, value: string): readonly string[] =>
  value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];

const nasty = [
  '$(touch owned)',
  '`touch owned`; touch owned',
  '--target-version=v0',
  '-rf',
  "'|touch owned #",
  '"&',
  '%s{args}',
];
const fields = [
  'service',
  'deployment',
  'version',
  'previous',
  'build',
  'title',
  'text',
] as const satisfies readonly Field[];

// As many values as fields: shifted by one each time, every value stands once in every field.
test.each([...nasty.keys()])(
  'whatever stands in a field is one argument and nothing else, shifted by %i',
  async (shift) => {
    const rig = project();
    const at = (field: Field): string => nasty[(fields.indexOf(field) + shift) % nasty.length] ?? '';
    const values = { ...harmless, ...Object.fromEntries(fields.map((field) => [field, at(field)])) };
    const { changed, told } = await runWith(rig, values);
    expect(changed).toMatchObject({ code: 0 });
    expect([0, 1]).toContain(told.code);
    const { service } = rig.state(told.json.incident_id);
    expect(service).toBe(values.service);
    expect(ranWith(rig)).toEqual([
      ...pair('failed-deployment-id', values.deployment),
      ...pair('target-version', values.previous),
      ...pair('version', values.version),
      ...pair('service', values.service),
      ...pair('build', values.build),
      '--apply',
      '--auto-approve',
    ]);
    expect(fs.existsSync(path.join(rig.folder, 'owned'))).toBe(false);
    expect((await rig.run('audit', 'verify', '--all')).code).toBe(0);
  },
);

const control = `a${String.fromCharCode(27)}]0;x${String.fromCharCode(7)}b`;

test.each(['service', 'deployment', 'version', 'previous', 'build'] as const)(
  'a control character in the field %s never reaches a command line',
  async (field) => {
    const rig = project();
    await runWith(rig, { ...harmless, [field]: control });
    expect((ranWith(rig) ?? []).join('')).not.toMatch(/\p{Cc}/u);
  },
);

/** What a person types at the places that are no values of arguments. */
const typed: readonly (readonly [string, (value: string, id: string) => readonly string[]])[] = [
  ['the id of the incident', (value) => ['mitigate', 'run', value, '--apply']],
  ['the id of the mitigation', (value, id) => ['mitigate', 'run', id, value, '--apply']],
  ['the workflow', (value, id) => ['mitigate', 'propose', id, `--workflow=${value}`]],
  [
    'the name of an argument',
    (value, id) => ['mitigate', 'propose', id, '--workflow=smartspec_rollback', `--arg=${value}=x`],
  ],
  ['the key to sign with', (value, id) => ['mitigate', 'approve', id, `--key=${value}`]],
  ['the file of a signature', (value, id) => ['mitigate', 'approve', id, `--signature=${value}`]],
  ['the mode', (value, id) => ['--incident-id', id, `--mode=${value}`]],
];

test.each(typed)('%s is refused when it is a command or a flag', async (_what, line) => {
  const rig = project();
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--arg', 'failed-deployment-id=d1');
  for (const value of [...nasty.slice(0, 2), '-;x', '../../bin/sh', '/bin/sh']) {
    const ran = await rig.run(...line(value, id), '--json');
    expect({ value, refused: [2, 4].includes(ran.code ?? 0) }).toEqual({ value, refused: true });
  }
  expect(ranWith(rig)).toBeNull();
  expect(fs.existsSync(path.join(rig.folder, 'owned'))).toBe(false);
});

test('who asks has a name, and the reason is text and nothing else', async () => {
  const rig = project();
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3');
  const propose = ['mitigate', 'propose', id, '--workflow', 'smartspec_rollback'];
  for (const value of nasty.slice(0, 2)) {
    expect((await rig.run(...propose, `--as=${value}`, '--json')).code).toBe(2);
  }
  for (const value of nasty) expect((await rig.run(...propose, `--because=${value}`, '--json')).code).toBe(0);
  const { mitigations } = rig.state(id);
  expect(mitigations.map(({ because }) => because)).toEqual(nasty);
  for (const { args } of mitigations) expect(args).toEqual([]);
  expect(fs.existsSync(path.join(rig.folder, 'owned'))).toBe(false);
});
