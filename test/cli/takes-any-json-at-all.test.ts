import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerReceived } from '../../src/cli/answer-received.ts';
import type { House } from '../../src/cli/house.ts';
import { makePrintable, noColours, printAnswer } from '../../src/cli/print-answer.ts';
import type { Outside } from '../../src/cli/run.ts';
import { takePayloads } from '../../src/cli/take-payloads.ts';
import { buildHouse } from '../../src/wire/build-house.ts';
import { minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The whole program in this process, in a project of its own. */
async function openHouse(): Promise<{ readonly folder: string; readonly house: House }> {
  const folder = temporaryFolder();
  const outside: Outside = {
    argv: [],
    env: {},
    cwd: () => folder,
    programFolder: folder,
    version: '1.0.0',
    uid: process.geteuid?.() ?? null,
    osUser: () => 'nobody',
    newRunId: () => 'run',
    interactive: false,
    mayAsk: () => false,
    interrupted: () => new AbortController().signal,
    readStandardInput: async () => Buffer.alloc(0),
    streamStandardInput: async function* () {},
    privately: (work) => work(),
    now: () => minute(0),
    out: () => {},
    err: () => {},
  };
  const built = await buildHouse(outside, {});
  return { folder, house: { ...built.house, say: () => {} } };
}

/** Words that formats are recognised by, so that values get past the first look. */
const names = fc.constantFrom(
  ...['alerts', 'labels', 'status', 'title', 'service', 'severity', 'fingerprint', 'groupKey', 'Message', 'TopicArn'],
  ...['AlarmName', 'event', 'payload', 'data', 'message', 'incident', 'constructor', 'toString', 'hasOwnProperty'],
);
const nasty = fc.constantFrom(
  ...[
    'firing',
    'resolved',
    'critical',
    '../../../etc/cron.d/x',
    '/tmp/x',
    '\u001b]0;owned\u0007',
    '\u009b31m',
    '\u202egnp.exe',
  ],
  ...['__proto__', 'a\nb', '\u0000', 'x'.repeat(3000), '{{7*7}}', '$(id)', '%2e%2e%2f', 'INC-20261123-AAAAAA', '.', ''],
);
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    nasty,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, nasty, fc.string()), tie('anything'), { maxKeys: 6 }),
  ),
}));
const ownNames =
  /^(?:\.spec\/reports\/incidents\/(?:(?:INC-\d{8}-[0-9A-Z]{6}\/(?:journal-\d{6}|incident|summary|alerts\/\d{6})\.json)|open\/(?:INC-\d{8}-[0-9A-Z]{6}|claim-[0-9a-f]{32})\.json|quarantine\/[0-9a-f]{24}\.(?:payload|json)|index\.jsonl))$/;

test('any JSON at all ends in an incident, a recorded non-alert or quarantine, and nothing of it gets out of its place', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 5 }), async (values) => {
      const given = values.map((value) => ({ bytes: Buffer.from(JSON.stringify(value)), source: null }));
      const asked = { by: null, at: minute(0), now: minute(0) };
      const kinds = [];
      for (const { folder, house } of [await openHouse(), await openHouse()]) {
        const together = await takePayloads(given, asked, house);
        expect(together.taken).toHaveLength(values.length);
        for (const taken of together.taken) {
          if (taken.kind !== 'received') expect(fs.existsSync(`${folder}/${taken.path}`)).toBe(true);
          if (taken.kind === 'quarantined') expect(taken.reason).not.toBe('bug');
        }
        for (const answer of await answerReceived(together, true, house)) {
          const printing = { json: false, quiet: false, colours: noColours, version: '1', runId: 'run' };
          const { out, err } = printAnswer(makePrintable(answer), printing);
          expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        }
        const files = fs
          .readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile());
        for (const file of files) expect(`${file.parentPath}/${file.name}`.slice(folder.length + 1)).toMatch(ownNames);
        kinds.push(
          together.taken.map((taken) => [
            taken.kind,
            taken.kind === 'received' ? taken.results.map(({ fingerprint, outcome }) => [fingerprint, outcome]) : [],
          ]),
        );
      }
      expect(kinds[0]).toEqual(kinds[1]);
    }),
    { numRuns: 60 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
