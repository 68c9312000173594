// Builds dist/: `main.cjs`, which starts; in `parts/` the program, one file of what ordinary calls use and others for what is
// rare; in `compiled/` what V8 made of them.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { compileAhead } from './build/compile-ahead.mjs';
import { joinParts, partAlone } from './build/join.mjs';
import { joinedFiles } from './build/joined-files.mjs';
import { splitProgram } from './build/split.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
// Built beside the program and moved into place at the end: a build that fails leaves the last good one running.
const dist = join(root, `dist.new-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

process.on('exit', () => rmSync(dist, { recursive: true, force: true }));
mkdirSync(join(dist, 'parts'), { recursive: true });

const asFunction = (code) => `(function (exports, module, require, __dirname) {${code}\n})`;
const put = (name, code) => writeFileSync(join(dist, 'parts', name), asFunction(code));

const parts = await splitProgram(root, version);
const joined = joinedFiles(parts);
for (const [file, names] of Object.entries(joined)) put(file, await joinParts(parts, new Set(names)));
const fileOf = Object.fromEntries(Object.entries(joined).flatMap(([file, names]) => names.map((name) => [name, file])));
for (const [name, part] of parts) if (!Object.hasOwn(fileOf, name)) put(name, await partAlone(part));

const start = readFileSync(join(root, 'build', 'start.cjs'), 'utf8');
async function writeStart(compiled) {
  const define = {
    __VERSION__: JSON.stringify(version),
    __FILE_OF__: JSON.stringify(fileOf),
    __COMPILED__: JSON.stringify(compiled),
  };
  const { code } = await transform(start, { define, platform: 'node', target: 'node20' });
  writeFileSync(join(dist, 'main.cjs'), code, { mode: 0o755 });
}
await writeStart({});
await compileAhead(root, dist, writeStart);

const place = join(root, 'dist');
const old = `${dist}-old`;
try {
  renameSync(place, old);
} catch {
  // There is no earlier build.
}
renameSync(dist, place);
rmSync(old, { recursive: true, force: true });
