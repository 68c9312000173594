import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { openRig } from '../support/rig.ts';

test('--version prints the version alone', async () => {
  const { code, stdout, stderr } = await openRig().run('--version');
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '1.0.0\n', stderr: '' });
});

test('--help lists every command under the heading of its phase, and shows examples', async () => {
  const rig = openRig();
  const { code, stdout, stderr } = await rig.run('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const headings = [...stdout.matchAll(/^([A-Z][A-Za-z -]+):$/gm)].map((match) => match[1]);
  const wanted = [...new Set(commands.map(({ heading }) => heading))];
  expect(headings.filter((heading) => wanted.some((one) => one === heading))).toEqual(wanted);
  expect(wanted.slice(0, 5)).toEqual(['Triage', 'Mitigation', 'Resolution', 'Communication', 'Post-mortem']);
  for (const { name, heading } of commands) {
    const section = stdout.split(`\n${heading}:\n`)[1]?.split('\n\n')[0] ?? '';
    for (const word of name.split(' ')) expect(section, `${name} under ${heading}`).toContain(word);
  }
  expect(stdout).toMatch(/Examples:\n {2}incident --alert-payload @alert\.json/);
  expect(rig.files('.spec')).toEqual([]);
});

test('--help is kept from the build, and is what the program itself would say', async () => {
  const rig = openRig();
  const { code, stdout } = await rig.run('--help', '--quiet');
  expect(await rig.run('--help')).toMatchObject({ code, stdout, stderr: '' });
});

test('every command has a help of its own, with an example that begins with its name', async () => {
  const rig = openRig();
  const runs = commands.map(async ({ name, examples }) => {
    expect(examples.length, name).toBeGreaterThan(0);
    const { code, stdout } = await rig.run(...name.split(' '), '--help');
    expect({ name, code }).toEqual({ name, code: 0 });
    expect(stdout).toContain(`incident ${name}`);
    for (const example of examples) expect(stdout).toContain(example);
  });
  await Promise.all(runs);
}, 60_000);

test('a word that is no command is exit 2 and names what was probably meant', async () => {
  const { code, stderr } = await openRig().run('resovle');
  expect(code).toBe(2);
  expect(stderr).toContain('resolve');
});

test.each([
  [['help'], 'Usage: incident --alert-payload'],
  [['help', 'ack'], 'Usage: incident ack [id]'],
  [['help', 'mitigate', 'run'], 'Usage: incident mitigate run [id] [mitigation]'],
  [['completion', '--help'], 'Usage: incident completion <shell>'],
  [['assign', '--help'], 'Usage: incident assign [id] <role> <person>'],
  [['declare', '--help'], '--severity <SEV-n>'],
])('%j is help', async (args, text) => {
  const { code, stdout, stderr } = await openRig().run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(text);
});

test.each([
  [['ack', '--bogus'], 'incident ack --help'],
  [['mitigate', 'bogus'], 'incident mitigate propose|approve|run|outcome'],
  [['--mode', 'triage'], '--incident-id <id>'],
  [['completion'], 'incident completion bash|zsh|fish|powershell'],
  [['assign'], 'incident assign commander ana'],
  [['severity'], 'incident severity SEV-1 --because'],
  [['listen', '--port', 'nine'], '--port 9095'],
  [['mitigate', 'run', '--override', '--because', '--apply'], 'incident mitigate run --help'],
])('what is wrong about %j is told with what to type', async (args, hint) => {
  const { code, json } = await openRig().run(...args, '--json');
  expect(code).toBe(2);
  expect(json.error?.hint).toContain(hint);
});

test('a flag where the value of another should be is no value', async () => {
  const rig = openRig();
  const { code, json } = await rig.run('declare', 'orders fail', '--because', '--apply', '--json');
  expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason: 'missing-value' });
  expect(rig.files('.spec')).toEqual([]);
  expect((await rig.ok('declare', 'orders fail', '--because', '--apply is what the alert says')).outcome).toBe(
    'created',
  );
});
