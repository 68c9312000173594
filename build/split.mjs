// First step of the build: the program as ES modules, split at every `import()`, which esbuild can do for these only.
import { basename, join } from 'node:path';
import { build } from 'esbuild';

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

/**
 * What the program's own files need of these comes as a stand-in (see `start.cjs`), since loading or copying the whole costs
 * milliseconds. Libraries look through what they are given, so they get the modules themselves.
 */
const standInsForOwnFiles = (root) => ({
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /^node:(?:fs|path|os|crypto)$/ }, ({ path, importer }) =>
      importer.startsWith(join(root, 'src')) ? { path: `stand-in:${path}`, external: true } : null,
    );
  },
});

/** The parts of the program by their file names, the text of each as an ES module. */
export async function splitProgram(root, version) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts' },
    outdir: join(root, 'dist'),
    outExtension: { '.js': '.cjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    minifySyntax: true,
    legalComments: 'none',
    define: { __VERSION__: JSON.stringify(version) },
    // Optional: whoever keeps records in files does without it, and is told so where it is missing.
    external: ['pg'],
    plugins: [withoutChildProcesses, standInsForOwnFiles(root)],
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
