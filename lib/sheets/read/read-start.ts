import { open } from "node:fs/promises";

const START_BYTES = 64 * 1024;

/** The first bytes of a file, enough to tell what it is. */
export async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(START_BYTES) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
