import { parseAccept } from "hono/utils/accept";
import { defineEndpoint } from "@/lib/api/endpoint";
import { Pack, packView } from "@/lib/api/packs/pack-view";
import { PACK_FILE_ANSWERS, PACK_MEDIA, RANGE_HEADERS, sendPack } from "@/lib/api/packs/send-pack";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { getPack } from "@/lib/packs/get-pack";

export const getPackEndpoint = defineEndpoint({
  method: "get",
  path: "/packs/{id}",
  operationId: "getPack",
  tag: "Packs",
  scopes: scopesWith("packs:read"),
  summary: "Read a pack, or download its file",
  description:
    "JSON, unless Accept asks for the file's media type or Range for a part of it: then the file itself.",
  params: IdParams,
  answer: Pack,
  answerMedia: PACK_MEDIA,
  requestHeaders: RANGE_HEADERS,
  otherAnswers: PACK_FILE_ANSWERS,
  example: { params: { id: "pack" } },
  async handle({ ctx, params, request }) {
    const packId = params.id;
    if (wantsFile(request)) return sendPack(ctx, packId, request);
    const pack = await getPack(ctx, { packId });
    return { headers: { Vary: "Accept" }, body: packView(pack, ctx.runtime.env.publicUrl) };
  },
});

/** The type it asks for most, of those a pack can be sent as. */
function wantsFile(request: Request): boolean {
  if (request.headers.has("range")) return true;
  const known: string[] = ["application/json", ...PACK_MEDIA];
  const accepted = parseAccept(request.headers.get("accept") ?? "");
  const wanted = accepted.find(({ type, q }) => q > 0 && known.includes(type.toLowerCase()));
  return wanted !== undefined && wanted.type.toLowerCase() !== "application/json";
}
