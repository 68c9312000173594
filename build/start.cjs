#!/usr/bin/env node
// What runs first: it answers `--version`, else opens the program's parts, compiled ahead where that can be trusted.
'use strict';
const fs = require('node:fs');

const [, , first] = process.argv;
if (first === '--version' && process.argv.length === 3) fs.writeSync(1, `${__VERSION__}\n`);
else start();

function start() {
  const { join } = require('node:path');
  const { Script } = require('node:vm');

  /** The file that a part is joined in; every other part is a file of its own. */
  const fileOf = __FILE_OF__;
  /** The kinds of call that a file was compiled for when the program was built. */
  const compiled = __COMPILED__;
  const kind = kindOfCall();
  const opened = new Map();

  open('main.cjs');

  /** Gives what a part exports, and runs it if nothing has needed it yet. */
  function open(name) {
    const known = opened.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    opened.set(name, module);
    const file = fileOf[name];
    if (file !== undefined) module.exports = open(file)[name]();
    else read(name)(module.exports, module, need, __dirname);
    return module.exports;
  }

  function read(name) {
    const place = join(__dirname, 'parts', name);
    const cachedData = readCompiled(name);
    // What is compiled remembers a file by this name, wherever the program was when it was built.
    const filename = `parts/${name}`;
    return new Script(fs.readFileSync(place, 'latin1'), { filename, cachedData }).runInThisContext();
  }

  /**
   * V8 makes sure that this is its own and for a text of this length, but runs it with bits flipped, too. So it is kept
   * twice: comparing costs a tenth of a millisecond, a checksum two or three, most of it to load what computes one.
   */
  function readCompiled(name) {
    const kinds = compiled[name] ?? [];
    const used = kinds.includes(kind) ? kind : 'other';
    if (!kinds.includes(used)) return undefined;
    try {
      const [one, two] = ['a', 'b'].map((copy) =>
        fs.readFileSync(join(__dirname, 'compiled', `${name}.${used}.${copy}`)),
      );
      return one.equals(two) ? one : undefined;
    } catch {
      return undefined;
    }
  }

  function need(path) {
    if (path.startsWith('./')) return open(path.slice(2));
    return path.startsWith('stand-in:') ? standInFor(path.slice('stand-in:'.length)) : require(path);
  }

  /** A module of Node as the program's own files need it. */
  function standInFor(path) {
    // Importing copies all that a module has; of an heir of it there is nothing to copy.
    if (path === 'node:fs' || path === 'node:path') return Object.create(require(path));
    // One to three milliseconds that some calls can do without.
    return new Proxy({}, { get: (_, name) => require(path)[name] });
  }

  function kindOfCall() {
    if (process.argv.some((word) => word.startsWith('--alert-payload'))) return 'alert';
    return first === undefined || first.startsWith('-') ? 'help' : first;
  }
}
