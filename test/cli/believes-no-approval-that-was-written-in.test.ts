import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRig, type Rig } from '../support/rig.ts';

const keygen = ['/usr/bin/ssh-keygen', '/bin/ssh-keygen'].find((file) => fs.existsSync(file));

const config = `
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen, email: bo@example.com }, cy: { name: Cy Okoro, email: cy@example.com } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  approvals: { allowed_signers: .spec/signers, default: { by: [bo, cy], count: 1, signed: true } }
`;

async function approved(): Promise<{ rig: Rig; id: string }> {
  const rig = openRig(config);
  rig.write('ops/rollback.sh', '#!/bin/sh\ntouch ran\n', 0o700);
  for (const name of ['bo', 'cy']) {
    const args = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', name];
    execFileSync(keygen ?? '', args, { cwd: rig.folder, stdio: 'ignore' });
  }
  allow(rig, 'bo', 'cy');
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana');
  await rig.ok('mitigate', 'approve', id, '--key', 'bo');
  return { rig, id };
}

function allow(rig: Rig, ...names: readonly string[]): void {
  const lines = names.map((name) => `${name}@example.com namespaces="incident-approval" ${rig.read(`${name}.pub`)}`);
  rig.write('.spec/signers', lines.join(''));
}

/** Rewrites the record as somebody does who may write every file and knows how the chain is made. */
function rewrite(rig: Rig, id: string, change: (text: string) => string, { rehash = true } = {}): void {
  const folder = `.spec/reports/incidents/${id}`;
  let previous: string | null = null;
  for (const file of rig.files(folder).filter((name) => /journal-\d+\.json$/.test(name))) {
    const changed = change(rig.read(file));
    const text: string = rehash ? `${JSON.stringify({ ...JSON.parse(changed), previous })}\n` : changed;
    fs.writeFileSync(path.join(rig.folder, file), text);
    previous = createHash('sha256').update(text).digest('hex');
  }
  if (!rehash) return;
  for (const name of ['incident.json', 'summary.json']) fs.rmSync(path.join(rig.folder, folder, name));
}

const signatureOf = (text: string): string => /"signature":"([^"]+)"/.exec(text)?.[1] ?? '';

/** Changes one letter in the middle of the signature itself. */
function spoil(text: string): string {
  const signature = signatureOf(text);
  if (signature === '') return text;
  const at = signature.length - 60;
  const other = signature[at] === 'A' ? 'B' : 'A';
  return text.replace(signature, `${signature.slice(0, at)}${other}${signature.slice(at + 1)}`);
}

const forgeries: readonly (readonly [string, (text: string) => string])[] = [
  ['its signature was altered', spoil],
  [
    'another name stands beside the signature',
    (text) => text.replace('"by":"bo"', '"by":"cy"').replace('"signer":"bo@', '"signer":"cy@'),
  ],
  [
    'it was made to be valid for longer',
    (text) =>
      text
        .replaceAll(/valid until: \d{4}/g, 'valid until: 2999')
        .replaceAll(/"expires_at":"\d{4}/g, '"expires_at":"2999'),
  ],
];

describe.skipIf(keygen === undefined)('an approval in a record that was rewritten, chain and all', () => {
  test.each(forgeries)('lets nothing run, and is found, where %s', async (_how, forge) => {
    const { rig, id } = await approved();
    rewrite(rig, id, forge);
    const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(refused).toMatchObject({ code: 4, json: { error: { reason: 'signature-invalid' } } });
    expect((await rig.run('--incident-id', id, '--apply', '--json')).json).toMatchObject({
      waits_for: { gate: 'not-approved' },
    });
    expect(rig.files()).not.toContain('ran');
    const verified = await rig.run('audit', 'verify', id, '--json');
    expect(verified).toMatchObject({ code: 5, json: { error: { reason: 'signature-invalid' } } });
    expect(verified.json['damaged']).toEqual([]);
  });

  test('lets nothing else run than what was signed', async () => {
    const { rig, id } = await approved();
    const args = '"args":[{"name":"target-version","value":"evil"}]';
    rewrite(rig, id, (text) => text.replace('"args":[]', args));
    const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(refused).toMatchObject({ code: 4, json: { error: { reason: 'approval-outdated' } } });
    expect(rig.files()).not.toContain('ran');
  });

  test('written in without a signature is none', async () => {
    const { rig, id } = await approved();
    rewrite(rig, id, (text) => {
      if (!text.includes('"mitigation.approved"')) return text;
      const { events, ...entry } = JSON.parse(text);
      const bare = events.map(
        ({ data: { signed_text, signature, signer, ...data }, ...event }: { data: Record<string, unknown> }) => ({
          ...event,
          data,
        }),
      );
      return JSON.stringify({ ...entry, events: bare });
    });
    const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(refused).toMatchObject({ code: 4 });
    expect(rig.files()).not.toContain('ran');
  });

  test('is found by the chain alone where only the signature was altered', async () => {
    const { rig, id } = await approved();
    rewrite(rig, id, spoil, { rehash: false });
    await rig.ok('note', id, 'after it').catch(() => null);
    expect((await rig.run('audit', 'verify', id, '--json')).code).toBe(5);
  });

  test('does not count any more once its key is taken off the list', async () => {
    const { rig, id } = await approved();
    allow(rig, 'cy');
    const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(refused).toMatchObject({ code: 4, json: { error: { reason: 'signature-invalid' } } });
    expect(refused.json.error?.message).toContain('on no line of the list of allowed signers');
    await rig.ok('mitigate', 'approve', id, '--key', 'cy');
    await rig.ok('mitigate', 'run', id, '--apply');
    expect(rig.files()).toContain('ran');
    // Bo's key was allowed when Bo signed, which the record goes on to show.
    expect((await rig.run('audit', 'verify', id)).code).toBe(0);
  });
});
