// Loaded before the program while it is built: lists what a call has opened, or keeps what V8 has compiled of it by the end.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { keepCompiled } = require('./keep-compiled.cjs');

const made = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    made.push({ script: this, file: options.filename });
  }
};

process.on('exit', () => {
  const { LIST_OPENED_TO: list, KEEP_COMPILED_IN: folder } = process.env;
  if (list !== undefined) fs.writeFileSync(list, made.map(({ file }) => file).join('\n'));
  if (folder !== undefined) for (const { script, file } of made) keepCompiled(script, path.join(folder, file));
});
