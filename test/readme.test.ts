import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { normalise } from './support/normalise.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const project = mkdtempSync(join(tmpdir(), 'readme-'));

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The answers that the README shows, each with its command. */
const shown = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => (match[1] ?? '').trimEnd());

describe('the README', () => {
  it('shows what the program really prints on the walk through one incident', () => {
    for (const part of ['examples', '.spec/smartspec.config.yaml'])
      cpSync(join(root, part), join(project, part), { recursive: true });
    const printed = normalise(
      execFileSync(process.execPath, [join(root, 'examples/walk.mjs')], {
        cwd: project,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    expect(shown.length).toBeGreaterThan(5);
    let from = 0;
    for (const answer of shown) {
      const at = printed.indexOf(answer, from);
      expect(
        at,
        `not printed, or not in this order:\n${answer}\n\nprinted:\n${printed.slice(from, from + 2000)}`,
      ).toBeGreaterThanOrEqual(from);
      from = at + answer.length;
    }
  });

  it('opens "Run it" and "Test it" with a block of at most two lines each', () => {
    for (const heading of ['Run it', 'Test it']) {
      const block = new RegExp(`^## ${heading}\\n+\`\`\`sh\\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)?.[1] ?? '';
      expect(block.trim().split('\n').length).toBeLessThanOrEqual(2);
      expect(block).toContain('npm ci');
    }
  });

  it('names only files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map((match) => match[1] ?? '');
    for (const link of links) expect(readFileSync(join(root, link), 'utf8').length, link).toBeGreaterThan(0);
  });
});
