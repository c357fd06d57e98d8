import { open } from "node:fs/promises";
import type { RandomReader } from "@/lib/packs/verify/random-reader";

/** A file on the disk; rejects with the system's error when it cannot be opened or is a folder. */
export async function openFile(path: string): Promise<RandomReader & { close(): Promise<void> }> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return {
    byteSize: size,
    async read(start, length) {
      const room = Math.max(0, Math.min(length, size - start));
      const bytes = Buffer.allocUnsafe(room);
      let done = 0;
      while (done < room) {
        const { bytesRead } = await file.read(bytes, done, room - done, start + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    close: () => file.close(),
  };
}
