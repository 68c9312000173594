// Builds dist/: `main.cjs`, which starts; in `calls/` what each ordinary kind of call uses, in one file; in `parts/` the whole
// program, for what is rare; beside each what V8 made of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { compileAhead } from './build/compile-ahead.mjs';
import { joinParts, partAlone } from './build/join.mjs';
import { splitProgram } from './build/split.mjs';
import { kinds, traceParts } from './build/training-calls.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
// Built beside the program and moved into place at the end: a build that fails leaves the last good one running.
const dist = join(root, `dist.new-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

process.on('exit', () => rmSync(dist, { recursive: true, force: true }));
for (const folder of ['parts', 'calls']) mkdirSync(join(dist, folder), { recursive: true });

const asFunction = (code) => `(function (exports, module, require, __dirname) {${code}\n})`;
const put = (file, code) => writeFileSync(join(dist, file), asFunction(code));

const start = readFileSync(join(root, 'build', 'start.cjs'), 'utf8');
async function putStart(kinds) {
  const define = { __VERSION__: JSON.stringify(version), __KINDS__: JSON.stringify(kinds) };
  const { code } = await transform(start, { define, platform: 'node', target: 'node20' });
  writeFileSync(join(dist, 'main.cjs'), code, { mode: 0o755 });
}

const parts = await splitProgram(root, version);
for (const [name, text] of parts) put(`parts/${name}`, await partAlone(text));
await putStart([]);
for (const [kind, names] of traceParts(root, dist)) put(`calls/${kind}.cjs`, await joinParts(parts, names));
await putStart(kinds);
compileAhead(root, dist);
const help = spawnSync(process.execPath, [join(dist, 'main.cjs'), '--help'], { encoding: 'utf8' });
if (help.status !== 0) throw new Error(`the program does not say what it can do: ${help.stderr}`);
writeFileSync(join(dist, 'help.txt'), help.stdout);

const place = join(root, 'dist');
const old = `${dist}-old`;
try {
  renameSync(place, old);
} catch {
  // There is no earlier build.
}
renameSync(dist, place);
rmSync(old, { recursive: true, force: true });
