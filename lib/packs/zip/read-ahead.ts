/** So many are read at a time … */
const PARALLEL = 8;
/** … as long as they are small. */
const AHEAD_BYTES = 4 * 1024 * 1024;

/**
 * Reads items side by side and gives them in their order. It reads no further than asked while nobody takes what was
 * read; when it ends early or is stopped, no reading is under way any more.
 */
export async function* readAhead<Item extends { byteSize: number }>(
  items: AsyncIterable<Item>,
  read: (item: Item) => Promise<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<[Item, Buffer], void, void> {
  const source = items[Symbol.asyncIterator]();
  const waiting: [Item, Promise<Buffer>][] = [];
  let isAtEnd = false;
  const mayReadOn = () =>
    !isAtEnd &&
    !signal.aborted &&
    waiting.length < PARALLEL &&
    waiting.reduce((sum, [{ byteSize }]) => sum + byteSize, 0) < AHEAD_BYTES;
  try {
    for (;;) {
      while (mayReadOn()) {
        const { done = false, value } = await source.next();
        isAtEnd = done;
        if (!done) waiting.push([value, settleLater(read(value))]);
      }
      const next = waiting.shift();
      if (!next || signal.aborted) return;
      yield [next[0], await next[1]];
    }
  } finally {
    await source.return?.();
    await Promise.allSettled(waiting.map(([, reading]) => reading));
  }
}

/** It may fail before anybody waits for it; who waits is told then. */
function settleLater(reading: Promise<Buffer>): Promise<Buffer> {
  reading.catch(() => undefined);
  return reading;
}
