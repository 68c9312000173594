/** What arrives within so many milliseconds of each other is taken in one turn. */
const patience = 2;

/** So many bytes make a turn by themselves: those of one or two thousand alerts. Larger ones save little and cost memory. */
const mostBytes = 512 * 1024;

/**
 * The chunks of a stream, those that arrive together as one: a pipe hands out 64 KiB at a time, and each turn waits for the
 * disk once for every incident it touches.
 */
export async function* gatherArrived(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  const source = chunks[Symbol.asyncIterator]();
  let coming = source.next();
  for (let first = await coming; !first.done; first = await coming) {
    const together = [first.value];
    let size = first.value.length;
    coming = source.next();
    while (size < mostBytes) {
      const next = await withinPatience(coming);
      if (next === null || next.done) break;
      together.push(next.value);
      size += next.value.length;
      coming = source.next();
    }
    // Should the stream break while this turn is at work, the next one meets it.
    coming.catch(() => {});
    yield Buffer.concat(together);
  }
}

/** What comes in time; null when nothing does. */
function withinPatience<Coming>(coming: Promise<Coming>): Promise<Coming | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, patience, null);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
