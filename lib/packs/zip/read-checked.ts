import { crc32 } from "node:zlib";
import { NotFoundError } from "@/lib/core/errors";
import { DamagedFileError } from "@/lib/packs/zip/damaged-file-error";
import type { ZipFile } from "@/lib/packs/zip/zip-file";
import type { ZipSource } from "@/lib/packs/zip/zip-source";

/** The bytes of a file, and surely those its row speaks of; throws DamagedFileError. */
export async function readChecked({ read }: ZipSource, file: ZipFile): Promise<Buffer> {
  const bytes = await orDamaged(read(file.objectKey), file);
  if (bytes.length !== file.byteSize || crc32(bytes) !== file.crc32) {
    throw new DamagedFileError(file.path);
  }
  return bytes;
}

async function orDamaged(reading: Promise<Buffer>, { path }: ZipFile): Promise<Buffer> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFoundError) throw new DamagedFileError(path, { cause: error });
    throw error;
  }
}
