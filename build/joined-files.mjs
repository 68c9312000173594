/**
 * What is called most often, by the file it is joined in; a part that several need is in the first of them.
 *
 * A file holds what is needed together: V8 knows every function in it, even of one that never runs.
 */
const together = {
  'start.cjs': ['src/main.ts', 'src/cli/parse-plain.ts'],
  'tables.cjs': ['src/cli/commands.ts'],
  'help.cjs': ['src/cli/program.ts'],
  'record.cjs': [
    'src/wire.ts',
    'src/cli/commands/looking/list.ts',
    'src/cli/commands/looking/show.ts',
    'src/sanitise/sanitise-text.ts',
  ],
  'alerts.cjs': ['src/cli/commands/triage/receive.ts'],
  'commands.cjs': [
    'src/cli/commands/triage/ack.ts',
    'src/cli/commands/mitigation/note.ts',
    'src/cli/commands/looking/status.ts',
    'src/cli/commands/keeping-time/tick.ts',
  ],
  'telling.cjs': ['src/wire-telling.ts'],
};

/** The names of the parts to join, by file. */
export function joinedFiles(parts) {
  const files = {};
  const placed = new Set();
  for (const [file, sources] of Object.entries(together)) {
    files[file] = [...loadedWith(parts, sources)].filter((name) => !placed.has(name));
    for (const name of files[file]) placed.add(name);
  }
  return files;
}

/** The names of the parts that load together with the given files of `src/`: theirs, and all that they import at once. */
function loadedWith(parts, files) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const needed of parts.get(name).needs) add(needed);
  };
  for (const file of files) {
    const entry = [...parts].find(([, { from }]) => from === file);
    if (entry === undefined) throw new Error(`${file} is no part of the build`);
    add(entry[0]);
  }
  return found;
}
