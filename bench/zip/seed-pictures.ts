import { createHash, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import { pictureKey } from "@/lib/storage/object-keys";

const PICTURE_BYTES = 60_000;
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** A stored picture as its row tells of it. */
export interface SeededPicture {
  objectKey: string;
  crc32: number;
  byteSize: number;
}

/** Fills a folder as the file store does, with pictures that no program can make smaller. */
export async function seedPictures(root: string, count: number): Promise<SeededPicture[]> {
  const pictures: SeededPicture[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = Buffer.concat([JPEG_START, randomBytes(PICTURE_BYTES - JPEG_START.length)]);
    const objectKey = pictureKey(createHash("sha256").update(bytes).digest("hex"));
    const file = path.join(root, objectKey);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    pictures.push({ objectKey, crc32: crc32(bytes), byteSize: bytes.length });
  }
  return pictures;
}
