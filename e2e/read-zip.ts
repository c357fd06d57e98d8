import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** Every file of a ZIP by its name, as a program unpacks it, checked against its CRC. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return files;
  } finally {
    zip.close();
  }
}

export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
