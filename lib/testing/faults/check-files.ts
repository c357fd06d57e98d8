import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nullIfMissing } from "@/lib/storage/errno";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";
import { pictureKey, thumbnailKey } from "@/lib/storage/object-keys";
import { objectsFolder } from "@/lib/storage/objects-folder";
import { removeAbandonedFiles } from "@/lib/storage/remove-abandoned-files";
import type { Arena } from "@/lib/testing/faults/arena";
import { hold } from "@/lib/testing/faults/broken-invariant";
import type { FaultBatch } from "@/lib/testing/faults/fault-batch";

const TWO_HOURS_MS = 2 * 60 * 60 * 1_000;

/** I4: what a minted code shows is the whole picture its hash names, and its small one is there. */
export async function checkFiles({ runtime }: Arena, { batchId }: FaultBatch): Promise<void> {
  const { db, store } = runtime;
  const codes = await db.code.findMany({ where: { batchId, status: "minted" } });
  for (const { pictureSha256, batchRow } of codes) {
    const sha256 = pictureSha256 ?? "";
    const bytes = await store.read(pictureKey(sha256)).catch(() => Buffer.alloc(0));
    const isWhole = createHash("sha256").update(bytes).digest("hex") === sha256;
    hold("I4", isWhole, `the file of row ${batchRow} is not the picture it is named after`);
    const small = await store.stat(thumbnailKey(sha256));
    hold("I4", (small?.byteSize ?? 0) > 0, `row ${batchRow} has no small picture`);
  }
}

/** I4, when nobody writes any more: the hourly job leaves no temporary file, and every picture is whole. */
export async function checkFolders({ runtime }: Arena): Promise<void> {
  const root = objectsFolder(runtime.env);
  await removeAbandonedFiles(root, new Date(Date.now() + TWO_HOURS_MS));
  const left = (await nullIfMissing(readdir(path.join(root, INCOMING_FOLDER)))) ?? [];
  hold("I4", left.length === 0, `temporary files stay: ${left.join(", ")}`);
  const pictures = path.join(root, "pictures");
  const names = (await nullIfMissing(readdir(pictures, { recursive: true }))) ?? [];
  for (const name of names.filter((name) => path.basename(name).length === 64)) {
    const bytes = await readFile(path.join(pictures, name));
    const isWhole = createHash("sha256").update(bytes).digest("hex") === path.basename(name);
    hold("I4", isWhole, `pictures/${name} is ${bytes.length} bytes of something else`);
  }
}
