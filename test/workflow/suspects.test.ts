import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSuspects, type SuspectQuestion } from '../../src/workflow/suspects.ts';
import { makeProject, put } from './projects.ts';
import { makeRepository } from './repositories.ts';

const startedAt = '2026-11-23T10:00:00.000Z';
const env = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' };

function ask(projectRoot: string, rest: Partial<SuspectQuestion> = {}) {
  const redact = (text: string): string => text.replaceAll('hush-hush-4711', '[secret]');
  return findSuspects({
    projectRoot,
    startedAt,
    service: 'checkout',
    specId: 'spec-core-007-checkout',
    env,
    redact,
    ...rest,
  });
}

describe('the repository’s own history', () => {
  it('names commits, merges and tags of the day before, the likeliest first', async () => {
    const repository = makeRepository();
    repository.at('2026-11-20T10:00:00Z').commit('Long ago', 'services/checkout/old.ts');
    const harmless = repository.at('2026-11-23T09:50:00Z').commit('Explain the build', 'docs/build.md');
    const near = repository.at('2026-11-23T09:30:00Z').commit('Retry payments', 'services/checkout/src/pay.ts');
    const elsewhere = repository.at('2026-11-23T09:40:00Z').commit('Widen the search', 'services/search/query.ts');
    repository.at('2026-11-23T09:45:00Z').git('tag', '-a', 'v1.8.2', '-m', 'Release 1.8.2');
    repository.at('2026-11-23T10:30:00Z').commit('Too late to be the cause', 'services/checkout/src/pay.ts');
    const { suspects, notes, looked_at } = await ask(repository.root);
    expect(suspects.map(({ rank, kind, ref, version }) => [rank, kind, ref, version])).toEqual([
      [1, 'commit', near, null],
      [2, 'tag', 'v1.8.2', 'v1.8.2'],
      [3, 'commit', elsewhere, null],
      [4, 'commit', harmless, null],
    ]);
    expect(suspects[0]).toMatchObject({
      title: 'Retry payments',
      at: '2026-11-23T09:30:00.000Z',
      minutes_before: 30,
      reason: `Commit ${near.slice(0, 10)} 30 min before the start; touches files of checkout.`,
    });
    expect(suspects[3]?.reason).toContain('only documents and tests');
    expect([notes, looked_at]).toEqual([[], 4]);
  });

  it('sees what a merge brought in, though its commits are older', async () => {
    const repository = makeRepository();
    repository.at('2026-11-10T10:00:00Z').commit('Begin', 'README.md');
    repository.git('checkout', '-q', '-b', 'pay');
    repository.at('2026-11-11T10:00:00Z').commit('Pay twice', 'services/checkout/pay.ts');
    repository.git('checkout', '-q', 'main');
    repository.at('2026-11-23T09:00:00Z').git('merge', '-q', '--no-ff', '-m', 'Merge pay', 'pay');
    const { suspects } = await ask(repository.root);
    expect(suspects).toMatchObject([{ kind: 'merge', title: 'Merge pay', minutes_before: 60 }]);
    expect(suspects[0]?.reason).toContain('touches files of checkout');
  });

  it('sees what was moved away', async () => {
    const repository = makeRepository();
    repository.at('2026-11-10T10:00:00Z').commit('Begin', 'services/checkout/pay.ts');
    repository.git('mv', 'services/checkout/pay.ts', 'pay.ts');
    repository.at('2026-11-23T09:00:00Z').commit('Move');
    expect((await ask(repository.root)).suspects[0]?.reason).toContain('touches files of checkout');
  });

  it('survives odd paths and subjects, and redacts them', async () => {
    const repository = makeRepository();
    const subject = 'Use hush-hush-4711 \u001b[31m\u202e and $(id)';
    repository.at('2026-11-23T09:00:00Z').commit(subject, 'a\nb/checkout/ü "x".ts', '-n', '$(id)');
    const { suspects } = await ask(repository.root);
    expect(suspects).toMatchObject([{ title: 'Use [secret] and $(id)' }]);
    expect(suspects[0]?.reason).toContain('touches files of checkout');
  });

  it('looks as far back as it is asked to', async () => {
    const repository = makeRepository();
    repository.at('2026-11-20T10:00:00Z').commit('Three days ago', 'a.ts');
    const nothing = await ask(repository.root);
    expect(nothing.suspects).toEqual([]);
    expect(nothing.notes).toEqual([
      'Nothing is known to have changed between 2026-11-22 10:00 and 2026-11-23 10:00 UTC.',
    ]);
    expect((await ask(repository.root, { windowSeconds: 7 * 86_400 })).suspects).toHaveLength(1);
  });

  it('reads no more of it than is allowed, whole commits only, and says so', async () => {
    const repository = makeRepository();
    repository.at('2026-11-23T08:00:00Z').commit('Earlier hush-hush-4711', 'services/checkout/a.ts');
    repository.at('2026-11-23T09:00:00Z').commit('Latest', 'services/checkout/b.ts');
    const all = await ask(repository.root);
    expect(all.suspects.map(({ title }) => title)).toEqual(['Latest', 'Earlier [secret]']);
    for (const mostContextBytes of [150, 180, 220]) {
      const { suspects, notes } = await ask(repository.root, { mostContextBytes });
      expect(suspects.map(({ title }) => title)).toEqual(['Latest']);
      expect(notes).toEqual(['The history is longer than what is read of it; its latest part was looked at.']);
    }
    expect((await ask(repository.root, { mostContextBytes: 10 })).suspects).toEqual([]);
  });

  it('runs no program that the repository’s settings name', async () => {
    const repository = makeRepository();
    const planted = put(repository.root, 'planted.sh', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n', 0o755);
    repository.at('2026-11-23T09:00:00Z').commit('Change', 'services/checkout/a.ts');
    for (const [name, value] of [
      ['log.showSignature', 'true'],
      ['gpg.program', planted],
      ['core.pager', planted],
      ['core.fsmonitor', planted],
      ['diff.external', planted],
    ] as const) {
      repository.git('config', name, value);
    }
    const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
    const person = `Someone <someone@example.com> ${Date.parse('2026-11-23T09:10:00Z') / 1000} +0000`;
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----';
    const lines = [`tree ${tree}`, `author ${person}`, `committer ${person}`, signature, '', 'Signed', ''];
    const signed = put(repository.root, 'signed.txt', lines.join('\n'));
    const hash = repository.git('hash-object', '-t', 'commit', '-w', signed).trim();
    repository.git('update-ref', 'refs/heads/main', hash);
    expect((await ask(repository.root)).suspects).toMatchObject([{ title: 'Signed' }]);
    expect(existsSync(join(repository.root, 'ran'))).toBe(false);
  });
});

describe('where there is no history', () => {
  it.each([
    ['no repository', makeProject, 'This is not a git repository, so commits were not looked at.'],
    ['no commit yet', () => makeRepository().root, 'The git repository has no commits yet.'],
  ])('says that there is %s', async (_what, make, note) => {
    const { suspects, notes } = await ask(make());
    expect(suspects).toEqual([]);
    expect(notes[0]).toBe(note);
  });

  it('says that there is no git', async () => {
    const { notes } = await ask(makeRepository().root, { env: { PATH: '/nowhere' } });
    expect(notes[0]).toBe('There is no git on PATH, so commits were not looked at.');
  });

  it('says that a clone is shallow', async () => {
    const repository = makeRepository();
    repository.at('2026-11-23T08:00:00Z').commit('One', 'a.ts');
    repository.at('2026-11-23T09:00:00Z').commit('Two', 'services/checkout/b.ts');
    const clone = makeProject();
    repository.git('clone', '-q', '--depth', '1', `file://${repository.root}`, join(clone, 'shop'));
    const { notes, suspects } = await ask(join(clone, 'shop'));
    expect(notes).toEqual(['This is a shallow clone: commits before its first one are not known.']);
    expect(suspects.map(({ title }) => title)).toEqual(['Two']);
  });

  it('says that nobody knows when it began', async () => {
    expect(await ask(makeProject(), { startedAt: 'yesterday' })).toMatchObject({ suspects: [], looked_at: 0 });
  });
});

describe('deployments on record', () => {
  const deployment = {
    deployment_id: 'deploy-12345',
    service: 'checkout',
    version: '1.8.2',
    from_version: '1.8.1',
    started_at: '2026-11-23T09:54:00Z',
    status: 'success',
  };

  function record(root: string, path: string, value: unknown): void {
    put(root, `.spec/reports/${path}/summary.json`, typeof value === 'string' ? value : JSON.stringify(value));
  }

  it('come first, with what a rollback needs to know', async () => {
    const repository = makeRepository();
    repository.at('2026-11-23T09:50:00Z').commit('Retry payments', 'services/checkout/pay.ts');
    repository.git('tag', 'v1.8.2');
    record(repository.root, 'deployments/2026/d1', deployment);
    const { suspects } = await ask(repository.root);
    expect(suspects.map(({ kind }) => kind)).toEqual(['deployment', 'commit']);
    expect(suspects[0]).toMatchObject({ deployment_id: 'deploy-12345', version: '1.8.2', minutes_before: 6 });
    expect(suspects[0]?.reason).toBe(
      'Deployment deploy-12345 of version 1.8.2 6 min before the start; concerns checkout; replaced 1.8.1.',
    );
  });

  it('of another service come after', async () => {
    const root = makeProject();
    record(root, 'deployments/a', {
      ...deployment,
      deployment_id: 'other',
      service: 'search',
      started_at: '2026-11-23T09:59:00Z',
    });
    record(root, 'deployments/b', { ...deployment, started_at: '2026-11-23T02:00:00+01:00' });
    const { suspects } = await ask(root);
    expect(suspects.map(({ ref }) => ref)).toEqual(['deploy-12345', 'other']);
    expect(suspects[1]?.reason).toContain('concerns search');
  });

  it('count a rollback or hotfix that was carried out, and not one that was only planned', async () => {
    const root = makeProject();
    record(root, 'rollbacks/r1', {
      rollback_id: 'r1',
      status: 'success',
      to_version: '1.7',
      at: '2026-11-23T09:00:00Z',
    });
    record(root, 'hotfix-assistant/h1', { mode: 'preview', status: 'ok', at: '2026-11-23T09:00:00Z', id: 'h1' });
    record(root, 'hotfix-assistant/h2', { mode: 'apply', status: 'ok', at: '2026-11-23T09:00:00Z', id: 'h2' });
    expect((await ask(root)).suspects.map(({ ref }) => ref)).toEqual(['h2', 'r1']);
  });

  it.each([
    ['broken JSON', '{"deployment_id":'],
    ['no object', '[1,2]'],
    ['nested beyond reason', '['.repeat(100_000)],
    ['larger than a summary is', JSON.stringify({ ...deployment, padding: 'x'.repeat(300_000) })],
  ])('are passed over when they are %s', async (_what, text) => {
    const root = makeProject();
    record(root, 'deployments/bad', text);
    expect((await ask(root)).suspects).toEqual([]);
  });

  it('are not read through links', async () => {
    const outside = makeProject();
    record(outside, 'deployments/d1', deployment);
    const root = makeProject();
    mkdirSync(join(root, '.spec/reports/deployments/d2'), { recursive: true });
    symlinkSync(join(outside, '.spec/reports/deployments/d1'), join(root, '.spec/reports/deployments/d1'));
    symlinkSync(
      join(outside, '.spec/reports/deployments/d1/summary.json'),
      join(root, '.spec/reports/deployments/d2/summary.json'),
    );
    expect((await ask(root)).suspects).toEqual([]);
    const linked = makeProject();
    symlinkSync(join(outside, '.spec'), join(linked, '.spec'));
    expect((await ask(linked)).suspects).toEqual([]);
  });

  it('take their time from the file when they name none that can be believed', async () => {
    const root = makeProject();
    record(root, 'deployments/d1', { ...deployment, started_at: '23/11/2026' });
    writeFileSync(join(root, '.spec/reports/deployments/d1/notes.txt'), '');
    const { suspects } = await ask(root, { startedAt: new Date(Date.now() + 600_000).toISOString() });
    expect(suspects).toMatchObject([{ ref: 'deploy-12345', minutes_before: 10 }]);
  });
});
