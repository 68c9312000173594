// Second step of the build: every part becomes CommonJS, which starts faster, and what ordinary calls use is one file,
// since opening a file costs a start-up more than what stands in it.
import { build, transform } from 'esbuild';

const commonJs = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'none',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
};

/**
 * One file of the named parts. Each runs when something first needs it, and the file gives, for whoever is outside, a
 * function for each part that answers with what the part exports.
 */
export async function joinParts(parts, names) {
  const entries = [...names].map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)})`);
  const { outputFiles } = await build({
    ...commonJs,
    stdin: { contents: `module.exports = {\n${entries.join(',\n')}\n};`, resolveDir: '.', loader: 'js' },
    bundle: true,
    write: false,
    plugins: [fromParts(parts, names)],
    external: ['pg', 'stand-in:*'],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** A part that stays a file of its own. */
export async function partAlone(text) {
  return (await transform(text, commonJs)).code;
}

function fromParts(parts, names) {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path }) => {
        const name = path.slice(2);
        return names.has(name) ? { path: name, namespace: 'part' } : { path, external: true };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: parts.get(path), loader: 'js' }));
    },
  };
}
