'use strict';
// Preloaded into the program under test: writes down which files of it V8 was given, and which of those it had to compile.
const { writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

const loaded = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    loaded.push({
      file: join(dirname(process.argv[1]), options.filename),
      compiled_ahead: this.cachedDataRejected === false,
    });
  }
};

process.on('exit', () => writeFileSync(process.env.LOADED_TO, JSON.stringify(loaded)));
