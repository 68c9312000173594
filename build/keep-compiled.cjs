'use strict';
const fs = require('node:fs');

/** Writes what V8 has compiled of a script so far beside its text, twice, so that the two can be compared before they are believed. */
exports.keepCompiled = (script, place) => {
  const bytes = script.createCachedData();
  fs.writeFileSync(`${place}.compiled`, Buffer.concat([bytes, bytes]));
};
