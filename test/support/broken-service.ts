import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openRig, type Rig } from './rig.ts';

/** A small service that is as healthy as the version that is deployed: v2 answers 500. */
async function serve(rig: Rig): Promise<number> {
  const server = http.createServer((_request, response) => {
    const version = fs.readFileSync(path.join(rig.folder, 'deployed'), 'utf8').trim();
    response.writeHead(version === 'v2' ? 500 : 200).end(version);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** What is to be different. */
export interface Wish {
  readonly auto?: boolean;
  readonly rollback?: string;
  readonly approvals?: string;
  readonly more?: string;
  /** False where nobody reported the deploy. */
  readonly reported?: boolean;
}

/** A project whose service was broken by a deploy ten minutes ago, and whose rollback script mends it. */
export async function brokenService(wish: Wish): Promise<Rig> {
  const { auto = true, rollback, approvals = '', more = '', reported = true } = wish;
  const rig = openRig();
  const port = await serve(rig);
  rig.write('deployed', 'v2\n');
  // The version to go back to is its fourth argument, as a real deploy tool would take it.
  rig.write('ops/rollback.sh', `#!/bin/sh\necho "$@" >> runs.txt\n${rollback ?? 'echo "$4" > deployed'}\n`, 0o700);
  rig.write(
    '.spec/smartspec.config.yaml',
    `
safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen } }
  services: { checkout: { spec_id: spec-core-007-checkout } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  playbooks:
    - name: roll back a bad deploy
      match: { service: checkout, severity: [SEV-1, SEV-2], when: 'value > slo' }
      propose:
        workflow: smartspec_rollback
        args: { failed-deployment-id: suspect.deployment_id, target-version: suspect.previous_version }
      risk: carts filled since the deploy are emptied
      verification: [{ http: { url: "http://127.0.0.1:${port}/health", status: 200, within: 2s } }]
      auto: ${auto}
${more}
  verification: { passes: 2, every: 1s }
${approvals}
`,
  );
  if (!reported) return rig;
  await rig.ok(
    ...['change', 'add', 'checkout v2', '--service', 'checkout', '--deployment-id', 'deploy-7'],
    ...['--version', 'v2', '--from-version', 'v1', '--at', new Date(Date.now() - 600_000).toISOString()],
  );
  return rig;
}

/** The arguments of every rollback that was run. */
export const rollbacks = (rig: Rig): readonly string[] =>
  fs.existsSync(path.join(rig.folder, 'runs.txt')) ? rig.read('runs.txt').trim().split('\n') : [];
