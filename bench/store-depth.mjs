import { median } from './measure.mjs';

/** What one call costs on an incident that has so many entries already; `open` opens the same place as another process. */
export async function measureDepth(open, { depths, count, declaration, entry, at }) {
  const id = 'INC-20261123-D0000001';
  const store = open();
  await store.create(declaration(id, 'group:depth'));
  let revision = 1;
  const append = async () => {
    const { ok } = await store.append(id, revision, [entry()], at);
    if (!ok) throw new Error(`${id} was changed by somebody else`);
    revision += 1;
  };
  const rows = [];
  for (const depth of depths) {
    while (revision < depth) await append();
    const times = { append: [], read_afresh: [], verify: [] };
    for (let round = 0; round < count; round += 1) times.append.push(await timed(append));
    for (let round = 0; round < Math.min(count, 11); round += 1) {
      const other = open();
      // Connecting is not what is measured.
      await other.findClaim('group:nobody');
      times.read_afresh.push(await timed(() => other.read(id)));
      if (round === 0) times.verify.push(await timed(() => other.examine(id)));
      await other.close?.();
    }
    rows.push({
      name: `${depth} ${depth === 1 ? 'entry' : 'entries'} on one incident`,
      ...Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)])),
    });
  }
  await store.close?.();
  return rows;
}

async function timed(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
