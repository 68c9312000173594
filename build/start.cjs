#!/usr/bin/env node
// What runs first: it answers `--version` and `--help`, else opens the program's parts, compiled ahead where that can be trusted.
'use strict';
const fs = require('node:fs');

const [, , first] = process.argv;
if (process.argv.length === 3 && first === '--version') fs.writeSync(1, `${__VERSION__}\n`);
else if (process.argv.length !== 3 || first !== '--help' || !printHelp()) start();

/** The help as the program gave it when it was built; false where it can't be read. */
function printHelp() {
  let rest;
  try {
    rest = fs.readFileSync(`${__dirname}/help.txt`);
  } catch {
    return false;
  }
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      // Whoever asked has gone, or reads more slowly than this writes.
      if (error.code !== 'EAGAIN') break;
    }
  }
  return true;
}

function start() {
  const { Script } = require('node:vm');
  const opened = new Map();
  const joined = openJoined();
  open('main.cjs');

  /** The parts that this kind of call uses, from the one file that holds them all; none before the program is whole. */
  function openJoined() {
    const module = { exports: {} };
    if (__KINDS__.length > 0) read(`calls/${kindOfCall()}.cjs`)(module.exports, module, need, __dirname);
    return module.exports;
  }

  /** Gives what a part exports, and runs it if nothing has needed it yet. */
  function open(name) {
    const known = opened.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    opened.set(name, module);
    if (Object.hasOwn(joined, name)) module.exports = joined[name]();
    else read(`parts/${name}`)(module.exports, module, need, __dirname);
    return module.exports;
  }

  function read(file) {
    const text = fs.readFileSync(`${__dirname}/${file}`, 'latin1');
    // What is compiled remembers a file by this name, wherever the program was when it was built.
    return new Script(text, { filename: file, cachedData: readCompiled(file) }).runInThisContext();
  }

  /**
   * V8 makes sure that this is its own and for a text of this length, but runs it with bits flipped, too. So it is kept
   * twice: comparing costs a tenth of a millisecond, a checksum two or three, most of it to load what computes one.
   */
  function readCompiled(file) {
    try {
      const both = fs.readFileSync(`${__dirname}/${file}.compiled`);
      const one = both.subarray(0, both.length / 2);
      return one.equals(both.subarray(both.length / 2)) ? one : undefined;
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
    const words = process.argv.slice(2);
    if (words.some((word) => word.startsWith('--alert-payload'))) return 'alert';
    if (words.includes('--help')) return 'help';
    return words.find((word) => __KINDS__.includes(word)) ?? 'other';
  }
}
