import { describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { minimalEnvironment } from '../../src/workflow/minimal-environment.ts';
import { orderFor } from './projects.ts';

const harmless = { PATH: '/usr/bin:/bin', HOME: '/home/ana', LANG: 'C.UTF-8', LC_TIME: 'C', TZ: 'UTC', CI: 'true' };

describe('the environment of a workflow', () => {
  it('is a short list of harmless names', () => {
    expect(minimalEnvironment({ ...harmless, SMARTSPEC_LANG: 'th' })).toEqual({ ...harmless, SMARTSPEC_LANG: 'th' });
  });

  it.each(['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR', 'LANG', 'TZ', 'CI', 'TERM', 'NO_COLOR', 'LC_ALL'])(
    'carries %s on',
    (name) => {
      expect(minimalEnvironment({ [name]: '/bin' })).toEqual({ [name]: '/bin' });
    },
  );

  it.each([
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'DYLD_INSERT_LIBRARIES',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'BASH_ENV',
    'ENV',
    'IFS',
    'BASH_FUNC_ls%%',
    'PYTHONPATH',
    'PERL5OPT',
    'GIT_DIR',
    'GIT_SSH_COMMAND',
    'AWS_SECRET_ACCESS_KEY',
    'SLACK_BOT_TOKEN',
    'DATABASE_URL',
    'SSH_AUTH_SOCK',
    'smartspec_x',
    'LC_ALL;x',
    '__proto__x',
    '',
  ])('does not carry %j on', (name) => {
    expect(minimalEnvironment({ ...harmless, [name]: '/planted' })).toEqual(harmless);
  });

  it('has what is configured, which wins, and nothing that is no name', () => {
    const configured = { LANG: 'th_TH.UTF-8', DEPLOY_TOKEN: 'x', 'A B': 'y', '': 'z', '1A': 'z', NUL: 'a\0b' };
    expect(minimalEnvironment(harmless, configured)).toEqual({ ...harmless, LANG: 'th_TH.UTF-8', DEPLOY_TOKEN: 'x' });
  });

  it('looks for programs in absolute folders only', () => {
    expect(minimalEnvironment({ PATH: '.:/bin::bin:/usr/bin:' })).toEqual({ PATH: '/bin:/usr/bin' });
    expect(minimalEnvironment({ PATH: undefined })).toEqual({});
  });

  it('is all that a workflow gets', async () => {
    const env = minimalEnvironment({ PATH: process.env['PATH'], NODE_OPTIONS: '--require=/planted', SECRET: 'x' });
    const { excerpt } = await createCommandRunner().run(orderFor('shows-itself.mjs', [], { env }));
    expect(JSON.parse(excerpt)).toMatchObject({ env });
    expect(Object.keys(JSON.parse(excerpt).env)).toEqual(['PATH']);
  });
});
