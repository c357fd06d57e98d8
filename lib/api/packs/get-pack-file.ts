import { defineEndpoint } from "@/lib/api/endpoint";
import { PACK_FILE_ANSWERS, PACK_MEDIA, RANGE_HEADERS, sendPack } from "@/lib/api/packs/send-pack";
import { IdParams, scopesWith } from "@/lib/api/schema";

export const getPackFileEndpoint = defineEndpoint({
  method: "get",
  path: "/packs/{id}/file",
  operationId: "getPackFile",
  tag: "Packs",
  scopes: scopesWith("packs:read"),
  summary: "Download the file of a pack, or a part of it",
  description:
    "Taking it whole stands in the log each time; its parts count as one take for a day.",
  params: IdParams,
  answerMedia: PACK_MEDIA,
  answerHeaders: { ETag: "For If-Range.", "Content-Length": "Known before the first byte." },
  requestHeaders: RANGE_HEADERS,
  otherAnswers: PACK_FILE_ANSWERS,
  example: { params: { id: "pack" } },
  handle: ({ ctx, params, request }) => sendPack(ctx, params.id, request),
});
