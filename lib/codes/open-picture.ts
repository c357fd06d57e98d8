import type { Readable } from "node:stream";
import { authorize } from "@/lib/access/authorize";
import { pictureFileName } from "@/lib/codes/file-name";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { pictureKey, thumbnailKey } from "@/lib/storage/object-keys";

export interface OpenedPicture {
  stream: Readable;
  byteSize: number;
  mediaType: string;
  fileName: string;
  /** Changes with the bytes; a strong ETag. */
  etag: string;
}

/** The stored bytes of a minted code, or its thumbnail; throws NotFoundError. */
export async function openPicture(
  ctx: Context,
  { codeId, size }: { codeId: string; size: "full" | "thumbnail" },
): Promise<OpenedPicture> {
  authorize(ctx, "codes:read");
  const code = await reader(ctx).code.findUnique({
    where: { id: codeId },
    select: { label: true, picture: true },
  });
  if (!code?.picture) throw new NotFoundError("picture");
  const { sha256, mediaType } = code.picture;
  const key = size === "full" ? pictureKey(sha256) : thumbnailKey(sha256);
  const stored = await ctx.runtime.store.stat(key);
  if (!stored) throw new NotFoundError("picture");
  return {
    stream: await ctx.runtime.store.open(key),
    byteSize: stored.byteSize,
    mediaType: size === "full" ? mediaType : "image/png",
    fileName: pictureFileName(code.label, mediaType),
    etag: `"${sha256}${size === "full" ? "" : "-thumbnail"}"`,
  };
}
