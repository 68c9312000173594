import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { CheckWanted } from '../../src/incident/check-wanted.ts';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { type CheckWorld, makeChecks } from '../../src/workflow/make-checks.ts';
import { prepareWorkflow } from '../../src/workflow/prepare-workflow.ts';
import { resolveProgram } from '../../src/workflow/resolve-program.ts';
import { makeProject, put } from './projects.ts';

const path = process.env['PATH'] ?? '';
const monitor = 'smartspec_production_monitor';

function worldOf(projectRoot: string, rest: Partial<CheckWorld> = {}): CheckWorld {
  const redact = (text: string): string => text;
  const configured = { [monitor]: { command: ['./monitor.sh'] } };
  return {
    mayConnect: () => true,
    runner: async () => createCommandRunner(),
    resolve: (program) => resolveProgram(program, { projectRoot, path }),
    prepare: (workflow, args) => prepareWorkflow({ workflow, args, projectRoot, path: '', configured, apply: false }),
    orderFor: (workflow, command, timeoutSeconds = 10) => {
      return { workflow, command, timeoutSeconds, cwd: projectRoot, env: { PATH: path }, redact };
    },
    specId: 'spec-core-007-checkout',
    alertCleared: () => ({ passed: true, detail: 'All over.' }),
    ...rest,
  };
}

async function askAll(wanted: readonly CheckWanted[], world: CheckWorld) {
  const results = [];
  for (const check of makeChecks(wanted, world)) results.push(await check.run());
  return results;
}

describe('a configured check', () => {
  it('asks an address, under its own name or its address without the query', async () => {
    const server = createServer((_request, response) => void response.end('fine'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const http = { url: `${origin}/health?key=4711` };
    const results = await askAll(
      [
        { kind: 'http', http },
        { kind: 'http', http, name: 'up' },
      ],
      worldOf(makeProject()),
    );
    server.close();
    expect(results).toMatchObject([
      { name: `GET ${origin}/health`, passed: true },
      { name: 'up', passed: true },
    ]);
  });

  it('runs a command of the project', async () => {
    const root = makeProject();
    put(root, 'smoke.sh', '#!/bin/sh\nexit "$1"\n', 0o755);
    const smoke = (code: string): CheckWanted => ({ kind: 'command', command: ['./smoke.sh', code], timeout: 5 });
    expect(await askAll([smoke('0'), smoke('1')], worldOf(root))).toMatchObject([
      { name: './smoke.sh 0', passed: true },
      { name: './smoke.sh 1', passed: false, detail: expect.stringContaining('exit code 1') },
    ]);
  });

  it('asks the monitor once about the spec, unless another is named', async () => {
    const root = makeProject();
    const report = '{"status":"healthy"}';
    put(root, 'monitor.sh', `#!/bin/sh\necho "$@" >> asked\necho '${report}'\n`, 0o755);
    const wanted: CheckWanted = { kind: 'workflow', workflow: monitor, args: {} };
    const results = await askAll([wanted, { ...wanted, args: { 'spec-id': 'spec-x' } }], worldOf(root));
    expect(results).toMatchObject([
      { name: monitor, passed: true },
      { name: monitor, passed: true },
    ]);
    expect(readFileSync(`${root}/asked`, 'utf8')).toBe(
      '--spec-id spec-core-007-checkout --run-once\n--spec-id spec-x --run-once\n',
    );
  });

  it('takes the alert’s own word', async () => {
    const wanted: CheckWanted = { kind: 'alert-cleared' };
    expect(await askAll([wanted], worldOf(makeProject()))).toMatchObject([
      { name: 'alert cleared', passed: true, detail: 'All over.' },
    ]);
  });

  it.each<[string, CheckWanted, string]>([
    ['a command that is not there', { kind: 'command', command: ['./no.sh'], timeout: 5 }, 'does not exist'],
    ['no command', { kind: 'command', command: [], timeout: 5 }, 'does not exist'],
    [
      'a command outside the project',
      { kind: 'command', command: ['../../bin/sh'], timeout: 5 },
      'outside the project',
    ],
    ['a workflow that nobody configured', { kind: 'workflow', workflow: 'smartspec_other', args: {} }, 'No command is'],
    [
      'an argument that can’t be passed',
      { kind: 'workflow', workflow: monitor, args: { 'A B': 'x' } },
      'argument name',
    ],
    ['an address nobody allowed', { kind: 'http', http: { url: 'http://elsewhere.example/' } }, 'network policy'],
  ])('fails and says why when it is %s', async (_what, wanted, why) => {
    const root = makeProject();
    put(root, 'monitor.sh', '#!/bin/sh\n', 0o755);
    const [result] = await askAll([wanted], worldOf(root, { mayConnect: () => false }));
    expect(result?.passed).toBe(false);
    expect(result?.detail).toContain(why);
  });
});
