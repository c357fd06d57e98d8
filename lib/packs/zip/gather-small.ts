/** Pieces of this size and more are worth sending by themselves. */
const LARGE_BYTES = 16 * 1024;
const GATHERED_BYTES = 64 * 1024;

/**
 * Gathers small pieces into fewer ones and leaves large ones as they are: copying pictures together costs more time and
 * memory than sending each by itself.
 */
export async function* gatherSmall(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let small: Buffer[] = [];
  let byteSize = 0;
  for await (const piece of pieces) {
    const isLarge = piece.length >= LARGE_BYTES;
    if (!isLarge) {
      small.push(piece);
      byteSize += piece.length;
    }
    if (byteSize > 0 && (isLarge || byteSize >= GATHERED_BYTES)) {
      yield Buffer.concat(small, byteSize);
      small = [];
      byteSize = 0;
    }
    if (isLarge) yield piece;
  }
  if (byteSize > 0) yield Buffer.concat(small, byteSize);
}
