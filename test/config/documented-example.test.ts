import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keyExamples } from '../../src/config/key-examples.ts';
import { readConfig } from '../../src/config/read-config.ts';

it('reads the example of docs/configuration.md without a problem', async () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/configuration.md', import.meta.url)), 'utf8');
  const example = /^```yaml\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '';
  const project = mkdtempSync(join(tmpdir(), 'documented-'));
  try {
    mkdirSync(join(project, '.spec'));
    writeFileSync(join(project, '.spec', 'smartspec.config.yaml'), example);
    const { config, problems } = await readConfig({ path: null, cwd: project, env: {} });
    expect(problems).toEqual([]);
    expect(config.severity.rules).toHaveLength(1);
    expect(Object.keys(config.workflows)).toHaveLength(2);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

it('finds every key that is known in docs/configuration.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/configuration.md', import.meta.url)), 'utf8');
  const keys = Object.keys(keyExamples).map((key) => key.split('.').findLast((step) => step !== '*') ?? '');
  expect(keys.filter((key) => !new RegExp(`(?<![a-z_])${key}(?![a-z_])`).test(text))).toEqual([]);
});
