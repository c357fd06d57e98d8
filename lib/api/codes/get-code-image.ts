import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { openPicture } from "@/lib/codes/open-picture";
import { pictureResponse } from "@/lib/web/picture-response";

export const getCodeImageEndpoint = defineEndpoint({
  method: "get",
  path: "/codes/{id}/image",
  operationId: "getCodeImage",
  tag: "Codes",
  scopes: scopesWith("codes:read"),
  summary: "Download the picture of a code",
  description: "The bytes as WeChat gave them; 404 while there is none.",
  params: IdParams,
  query: z.object({
    size: z.enum(["full", "thumbnail"]).default("full").describe("A thumbnail is a small PNG."),
  }),
  answerMedia: ["image/jpeg", "image/png"],
  answerHeaders: {
    ETag: "For If-None-Match: the bytes never change.",
    "Content-Length": "In bytes.",
    "Content-Disposition": "A name for the file.",
  },
  requestHeaders: {
    "If-None-Match": { description: "The ETag of the bytes you have.", isRequired: false },
  },
  otherAnswers: { 304: { description: "You have these bytes." } },
  example: { params: { id: "code" } },
  async handle({ ctx, params, query, request }) {
    const picture = await openPicture(ctx, { codeId: params.id, size: query.size });
    return pictureResponse(picture, request, { isDownload: query.size === "full" });
  },
});
