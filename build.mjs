// Builds dist/: one small file for what every call needs, and separate files for what is loaded only when used.
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';
import { exportsOf, packParts, partsOf } from './build-packs.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
// Built beside the program and moved into place at the end: a build that fails leaves the last good one running.
const dist = join(root, `dist.new-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

process.on('exit', () => rmSync(dist, { recursive: true, force: true }));

/** Commander starts programs for commands kept in files of their own; ours are not, and loading that costs 2 ms a call. */
const withoutChildProcesses = {
  name: 'commander-without-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes(join('node_modules', 'commander')) ? { path: 'none', namespace: 'none' } : null,
    );
    onLoad({ filter: /^none$/, namespace: 'none' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

// First split into modules at every dynamic import, which esbuild can do for ES modules only …
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir: dist,
  outExtension: { '.js': '.cjs' },
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  metafile: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'none',
  // Some libraries are CommonJS inside and call require themselves.
  define: { __VERSION__: JSON.stringify(version) },
  // Optional: whoever keeps records in files does without it, and is told so where it is missing.
  external: ['pg'],
  plugins: [withoutChildProcesses],
  logLevel: 'warning',
});

// … then turn each part into CommonJS, which starts faster.
for (const folder of [dist, join(dist, 'parts')]) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cjs'))) {
    const path = join(folder, name);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      format: 'cjs',
      target: 'node20',
      platform: 'node',
      charset: 'ascii',
      minifyWhitespace: true,
      lineLimit: 160,
      supported: { 'dynamic-import': false },
      define: { 'import.meta.dirname': '__dirname' },
    });
    writeFileSync(path, code.replace(/^#!.*\n/, ''));
  }
}

// What every call loads is one file, what looking does besides is another, and what recording an alert does a third.
const without = (names, ...others) => [...names].filter((name) => !others.some((other) => new Set(other).has(name)));
const given = exportsOf(metafile);
const everyCall = partsOf(metafile, ['src/main.ts', 'src/cli/parse-plain.ts', 'src/wire.ts']);
const looking = without(
  partsOf(metafile, ['src/cli/commands/looking/list.ts', 'src/cli/commands/looking/show.ts']),
  everyCall,
);
const alerts = without(partsOf(metafile, ['src/cli/commands/triage/receive.ts']), everyCall, looking);
packParts(dist, { file: 'main.cjs', names: everyCall, given, start: 'main.cjs', head: '#!/usr/bin/env node\n' });
packParts(dist, { file: 'parts/looking.cjs', names: looking, given });
packParts(dist, { file: 'parts/alerts.cjs', names: alerts, given });
chmodSync(join(dist, 'main.cjs'), 0o755);

const place = join(root, 'dist');
const old = `${dist}-old`;
try {
  renameSync(place, old);
} catch {
  // There is no earlier build.
}
renameSync(dist, place);
rmSync(old, { recursive: true, force: true });
