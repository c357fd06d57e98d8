import type { Database } from "@/lib/db/client";
import type { PackFiles } from "@/lib/packs/served-pack";

const PAGE_FILES = 500;

/** The files of packs as the desk reads them. */
export function packFiles(db: Database): PackFiles {
  return {
    async listFiles(packId, fromPosition) {
      const files = await db.packFile.findMany({
        where: { packId, position: { gte: fromPosition } },
        orderBy: { position: "asc" },
        take: PAGE_FILES,
        omit: { packId: true, sha256: true, codePosition: true },
      });
      return files.map(({ crc32, byteSize, zipOffset, ...file }) => ({
        ...file,
        crc32: Number(crc32),
        byteSize: Number(byteSize),
        zipOffset: Number(zipOffset),
      }));
    },
    async positionAt(packId, offset) {
      const file = await db.packFile.findFirst({
        where: { packId, zipOffset: { lte: offset } },
        orderBy: { zipOffset: "desc" },
        select: { position: true },
      });
      return file?.position ?? 1;
    },
  };
}
