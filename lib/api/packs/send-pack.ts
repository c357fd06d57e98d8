import { ApiError } from "@/lib/api/problem";
import type { Context } from "@/lib/core/context";
import { attachment } from "@/lib/core/content-disposition";
import { continueTake } from "@/lib/packs/continue-take";
import { openPack } from "@/lib/packs/open-pack";
import { peekPack } from "@/lib/packs/peek-pack";
import type { PackAnswer } from "@/lib/packs/serve-pack";
import { takePack } from "@/lib/packs/take-pack";

/** Media types of packs, the ZIP first. */
export const PACK_MEDIA = [
  "application/zip",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;

export const PACK_FILE_ANSWERS = {
  206: { description: "The part that Range asks for." },
  409: { description: "It is not ready, or its file is removed." },
  416: { description: "The range begins behind the end of the file." },
};

export const RANGE_HEADERS = {
  Range: { description: "One range of bytes; a part of the file.", isRequired: false },
  "If-Range": {
    description: "ETag of what was begun; another file comes whole.",
    isRequired: false,
  },
};

/**
 * The file of a pack, or a part of it. Asking for the whole is a take of its own; parts belong to the take that was
 * begun, however many they are; looking at the headers takes nothing.
 */
export async function sendPack(ctx: Context, packId: string, request: Request): Promise<Response> {
  const isLook = request.method === "HEAD";
  const range = isLook ? null : request.headers.get("range");
  const asked = { packId, range, ifRange: request.headers.get("if-range") };
  const peeked = await peekPack(ctx, asked);
  if (peeked.status === 416) throw outside(peeked);
  if (isLook) return answerOf({ ...peeked, body: null });
  const { takeId } = await (range === null ? takePack : continueTake)(ctx, { packId });
  return answerOf(await openPack(ctx, { ...asked, takeId }));
}

function outside({ byteSize }: { byteSize: number }): ApiError {
  const headers = { "Content-Range": `bytes */${byteSize}` };
  return new ApiError("range_not_satisfiable", "rangeOutside", { byteSize }, { headers });
}

function answerOf({
  status,
  headers,
  body,
  fileName,
}: PackAnswer & { fileName: string }): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      "Content-Disposition": attachment(fileName),
      "X-Content-Type-Options": "nosniff",
    },
  });
}
