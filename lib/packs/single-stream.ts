import { NotFoundError } from "@/lib/core/errors";
import type { PackFiles, ServedPack } from "@/lib/packs/served-pack";
import type { ByteRange } from "@/lib/packs/zip/parse-range";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * The one file of a pack that is no ZIP, or a range of it. A file the store has lost or that is not as long as it was
 * breaks the stream.
 */
export function singleStream(
  store: ObjectStore,
  { id, byteSize }: ServedPack,
  files: PackFiles,
  { start, end }: ByteRange,
  onDamage?: (path: string) => void,
): ReadableStream<Uint8Array> {
  const bytes = chunks();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await bytes.return();
      },
    },
    { highWaterMark: 0 },
  );

  async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
    const [file] = await files.listFiles(id, 1);
    if (!file) throw new NotFoundError("pack");
    const stored = await store.stat(file.objectKey);
    if (stored?.byteSize !== byteSize) {
      onDamage?.(file.path);
      throw new Error(`The store does not have ${file.path} as it was made.`);
    }
    yield* await store.openRange(file.objectKey, start, end);
  }
}
