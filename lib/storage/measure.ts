import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { StoredStream } from "@/lib/storage/object-store";

/** Measures bytes as they come by. */
export class Measure {
  readonly #hash = createHash("sha256");
  #crc32 = 0;
  #byteSize = 0;

  take(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#crc32 = crc32(bytes, this.#crc32);
    this.#byteSize += bytes.length;
  }

  /** Once, after the last byte. */
  finish(): StoredStream {
    return { byteSize: this.#byteSize, sha256: this.#hash.digest("hex"), crc32: this.#crc32 };
  }
}
