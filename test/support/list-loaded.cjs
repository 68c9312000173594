'use strict';
// Preloaded into the program under test: writes down which files of it V8 was given, and which of those it had to compile.
const { writeFileSync } = require('node:fs');
const vm = require('node:vm');

const loaded = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    loaded.push({ file: options.filename, compiled_ahead: this.cachedDataRejected === false });
  }
};

process.on('exit', () => writeFileSync(process.env.LOADED_TO, JSON.stringify(loaded)));
