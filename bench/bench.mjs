// npm run bench [-- --suite <one of them>] [-- --rounds 41] [-- --json file]: what the program costs, as ratios within one run.
// Growth fills folders with up to 100,000 incidents, and others take minutes, too: these run only when they are asked for.
import { writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureEntries } from './entries.mjs';
import { measureGrowth } from './growth.mjs';
import { measureListening } from './listen.mjs';
import { measureTelling } from './notify.mjs';
import { measureStartUp } from './start-up.mjs';
import { measureStorm } from './storm.mjs';
import { measureWriting } from './writing.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    storm: { type: 'string', default: '200' },
    alerts: { type: 'string', default: '1000' },
    owed: { type: 'string', default: '1000' },
    json: { type: 'string' },
    suite: { type: 'string' },
    sizes: { type: 'string', default: '10,1000,100000' },
    'store-sizes': { type: 'string', default: '10,1000,100000' },
    'store-depths': { type: 'string', default: '1,100,10000' },
    lengths: { type: 'string', default: '1,100,10000' },
    keep: { type: 'string' },
  },
});

const machine = `${cpus().length} × ${cpus()[0]?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(machine);

const rounds = Number(values.rounds);
const suites = {
  'start-up': async () => [await measureStartUp({ rounds })],
  storm: async () => [await measureStorm({ count: Number(values.storm), width: 16 })],
  entries: () => measureEntries({ lengths: values.lengths.split(',').map(Number), rounds }),
  writing: () => measureWriting({ rounds }),
  listen: () => measureListening({ count: Number(values.alerts) }),
  notify: () => measureTelling({ rounds, owed: Number(values.owed) }),
  // A database of its own is started for it, so it is loaded only when it is asked for.
  stores: async () =>
    (await import('./stores.mjs')).measureStores({
      sizes: values['store-sizes'].split(',').map(Number),
      depths: values['store-depths'].split(',').map(Number),
      rounds,
    }),
  growth: () => measureGrowth({ sizes: values.sizes.split(',').map(Number), rounds, keep: values.keep }),
};
const wanted = values.suite === undefined ? ['start-up', 'storm', 'listen', 'notify'] : [values.suite];
const tables = [];
for (const name of wanted) tables.push(...(await suites[name]()));
for (const { title, rows } of tables) {
  console.log(`\n${title}`);
  for (const row of rows) {
    const figures = Object.entries(row).filter(([name]) => name !== 'name');
    console.log(
      `  ${row.name.padEnd(44)} ${figures.map(([name, value]) => `${name} ${typeof value === 'number' ? round(value) : value}`).join('  ')}`,
    );
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, tables }, null, 2)}\n`);

function round(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
