import { Readable } from "node:stream";
import type { OpenedPicture } from "@/lib/codes/open-picture";
import { attachment } from "@/lib/core/content-disposition";

/** A picture as HTTP gives it, or 304 for who has it. `isDownload` names the file. */
export function pictureResponse(
  picture: OpenedPicture,
  request: Request,
  { isDownload }: { isDownload: boolean },
): Response {
  const headers = new Headers({
    "Content-Type": picture.mediaType,
    "Content-Length": String(picture.byteSize),
    ETag: picture.etag,
    // Pictures never change under their code, but a person may lose the right to see them.
    "Cache-Control": "private, max-age=300",
  });
  if (has(request.headers.get("if-none-match"), picture.etag)) {
    picture.stream.destroy();
    headers.delete("Content-Length");
    return new Response(null, { status: 304, headers });
  }
  if (isDownload) headers.set("Content-Disposition", attachment(picture.fileName));
  const body = request.method === "HEAD" ? null : picture.stream;
  if (!body) picture.stream.destroy();
  return new Response(body && (Readable.toWeb(body) as ReadableStream), { headers });
}

/** A list of tags, as proxies make weak of strong ones, or any. */
function has(ifNoneMatch: string | null, etag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
