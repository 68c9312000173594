// Loaded before the program while it is built: keeps what V8 has compiled by the end of a call.
'use strict';
const path = require('node:path');
const vm = require('node:vm');
const { keepCompiled } = require('./keep-compiled.cjs');

const made = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    made.push({ script: this, name: path.basename(options.filename) });
  }
};

process.on('exit', () => {
  const { KEEP_COMPILED: folder, KEEP_COMPILED_AS: kind } = process.env;
  for (const { script, name } of made) keepCompiled(script, path.join(folder, `${name}.${kind}`));
});
