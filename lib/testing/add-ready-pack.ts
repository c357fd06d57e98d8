import { createHash, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";
import type { Runtime } from "@/lib/runtime";

const PICTURES = Array.from({ length: 30 }, (_, place) => Buffer.alloc(5_000 + place, place));

export interface ReadyPack {
  name?: string;
  fileName?: string;
  contents?: readonly Buffer[];
  /** Not a ZIP but this one file. */
  sheet?: Buffer;
}

/** A pack that is ready, as its rows and its files in the store. */
export async function addReadyPack(
  { db, store }: Runtime,
  { name = "春节桌贴", fileName = "春节桌贴.zip", sheet, ...pack }: ReadyPack = {},
): Promise<string> {
  const contents = sheet ? [sheet] : (pack.contents ?? PICTURES);
  const layout = new ZipLayout();
  const files = contents.map((bytes, place) => {
    const path = `${place + 1}.jpg`;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const zipOffset = layout.add({ path, byteSize: bytes.length });
    const objectKey = `packs/test/${sha256}`;
    const position = place + 1;
    return {
      position,
      path,
      sha256,
      objectKey,
      zipOffset,
      byteSize: bytes.length,
      crc32: crc32(bytes),
    };
  });
  const stored = new Map(files.map(({ objectKey }, place) => [objectKey, contents[place]]));
  for (const [key, bytes] of stored) if (bytes) await store.put(key, bytes);
  const { fileCount, centralOffset, byteSize } = layout.finish();
  const { id } = await db.pack.create({
    data: {
      name,
      form: sheet ? "labels" : "pictures",
      status: "ready",
      options: {},
      selection: {},
      locale: "en",
      codeCount: fileCount,
      fileName,
      mediaType: sheet ? "application/pdf" : "application/zip",
      fileCount,
      centralOffset: sheet ? null : centralOffset,
      byteSize: sheet?.length ?? byteSize,
      sha256: createHash("sha256").update(randomUUID()).digest("hex"),
      auditSeq: 1,
      requestKey: randomUUID(),
      createdBy: "林悦",
      createdAt: new Date(),
      readyAt: new Date(),
      removeAt: new Date(Date.now() + 30 * 24 * 3_600_000),
      files: { createMany: { data: files } },
    },
  });
  return id;
}
