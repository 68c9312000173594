// Opening a file costs a start-up more than what stands in it, so the parts that every call needs are packed into one.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The parts that load together with an entry: itself and everything it imports at once. */
export function partsOf(metafile, entries) {
  const { outputs } = metafile;
  const found = new Set();
  const add = (path) => {
    if (found.has(path) || outputs[path] === undefined) return;
    found.add(path);
    for (const { path: imported, kind } of outputs[path].imports) if (kind === 'import-statement') add(imported);
  };
  for (const entry of entries) {
    const path = Object.keys(outputs).find((output) => outputs[output].entryPoint === entry);
    if (path === undefined) throw new Error(`${entry} is no part of the build`);
    add(path);
  }
  return new Set([...found].map((path) => basename(path)));
}

/** What each part gives to others, by its name. */
export function exportsOf(metafile) {
  return new Map(Object.entries(metafile.outputs).map(([path, { exports }]) => [basename(path), exports]));
}

/**
 * Packs parts into one file, each in a function of its own that runs when something of it is first used, and leaves in the
 * place of each part a line that finds it there: whoever loads it, it exists once.
 *
 * Looking at a list of incidents uses nothing of what redacts texts, so that part never runs then. Our parts only define
 * things when they run, which is what makes this safe.
 */
export function packParts(dist, { file, names, given, start, head = '' }) {
  const inParts = file.startsWith('parts/');
  const place = (name) => join(dist, name === 'main.cjs' ? '' : 'parts', name);
  const packed = [...names].map((name) => {
    const code = readFileSync(place(name), 'utf8');
    return `${JSON.stringify(name)}(module, exports, require) {\n${code}\n}`;
  });
  const gives = Object.fromEntries([...names].map((name) => [name, given.get(name) ?? []]));
  for (const name of names) {
    if (name !== 'main.cjs')
      writeFileSync(
        place(name),
        `module.exports = require(${JSON.stringify(inParts ? `./${basename(file)}` : `../${file}`)}).part(${JSON.stringify(name)});\n`,
      );
  }
  const others = inParts ? './' : './parts/';
  writeFileSync(
    join(dist, file),
    `${head}"use strict";
const packed = {
${packed.join(',\n')}
};
const made = new Map();
function part(name) {
  const known = made.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  made.set(name, module);
  packed[name](module, module.exports, need);
  return module.exports;
}
const gives = ${JSON.stringify(gives)};
const promised = new Map();
function promise(name) {
  const known = made.get(name)?.exports ?? promised.get(name);
  if (known !== undefined) return known;
  let real;
  const later = {};
  for (const key of gives[name]) Object.defineProperty(later, key, { enumerable: true, get: () => (real ??= part(name))[key] });
  promised.set(name, later);
  return later;
}
function need(path) {
  if (!path.startsWith('.')) return require(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return Object.hasOwn(packed, name) ? promise(name) : require(${JSON.stringify(others)} + name);
}
exports.part = part;
${start === undefined ? '' : `part(${JSON.stringify(start)});\n`}`,
  );
}
