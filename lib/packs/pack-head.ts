import type { ServedPack } from "@/lib/packs/served-pack";
import { parseRange } from "@/lib/packs/zip/parse-range";
import type { ByteRange } from "@/lib/packs/zip/parse-range";

/** Headers Range and If-Range. */
export interface RangeHeaders {
  range: string | null;
  ifRange: string | null;
}

export interface PackHead {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  /** The bytes that are sent; null: none. */
  range: ByteRange | null;
}

/** What stands before the bytes of a pack, and which of them are meant. The name is for the caller to put in. */
export function packHead(pack: ServedPack, asked: RangeHeaders): PackHead {
  const { byteSize } = pack;
  const etag = `"${pack.sha256}-${byteSize}"`;
  const headers = { "Content-Type": pack.mediaType, "Accept-Ranges": "bytes", ETag: etag };
  // A range of another file than the one that was begun would not fit to what is there already.
  const isSame = asked.ifRange === null || asked.ifRange === etag;
  const parsed = isSame ? parseRange(asked.range, byteSize) : "none";
  if (parsed === "unsatisfiable") {
    const unsatisfied = { ...headers, "Content-Range": `bytes */${byteSize}` };
    return { status: 416, headers: unsatisfied, range: null };
  }
  const range = parsed === "none" ? { start: 0, end: byteSize - 1 } : parsed;
  const { start, end } = range;
  return {
    status: parsed === "none" ? 200 : 206,
    headers: {
      ...headers,
      "Content-Length": String(end - start + 1),
      ...(parsed !== "none" && { "Content-Range": `bytes ${start}-${end}/${byteSize}` }),
    },
    range,
  };
}
