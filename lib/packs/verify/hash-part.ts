import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { RandomReader } from "@/lib/packs/verify/random-reader";

const STEP_BYTES = 1024 * 1024;

/** What a long check tells and is told on its way. */
export interface Watch {
  /** So many bytes more are done. */
  onRead: (byteCount: number) => void;
  signal?: AbortSignal;
}

/** The SHA-256 of a part of a file, read bit by bit; crypto.subtle is not there where a page came over plain HTTP. */
export async function hashPart(
  reader: RandomReader,
  { start, byteSize }: { start: number; byteSize: number },
  { onRead, signal }: Watch,
): Promise<string> {
  const hash = sha256.create();
  for (let done = 0; done < byteSize; done += STEP_BYTES) {
    signal?.throwIfAborted();
    const step = await reader.read(start + done, Math.min(STEP_BYTES, byteSize - done));
    hash.update(step);
    onRead(step.length);
  }
  return bytesToHex(hash.digest());
}
