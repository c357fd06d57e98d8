import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { Pack } from "@/lib/db/generated/client";
import type { ServedPack } from "@/lib/packs/served-pack";

/** A pack as its download needs it; throws NotFoundError, and ConflictError while there is nothing to download. */
export function requireReady(pack: Pack | null): ServedPack {
  if (!pack) throw new NotFoundError("pack");
  if (pack.status === "removed") throw new ConflictError("packRemoved");
  const { fileCount, byteSize, centralOffset, sha256, readyAt } = pack;
  if (pack.status !== "ready" || !fileCount || !byteSize || !sha256 || !readyAt) {
    throw new ConflictError("packNotReady");
  }
  const { id, fileName, mediaType } = pack;
  return {
    id,
    fileName,
    mediaType,
    fileCount,
    byteSize: Number(byteSize),
    centralOffset: centralOffset === null ? null : Number(centralOffset),
    sha256,
    readyAt,
  };
}
