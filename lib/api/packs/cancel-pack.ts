import { defineEndpoint } from "@/lib/api/endpoint";
import { Pack, packView } from "@/lib/api/packs/pack-view";
import { IdParams } from "@/lib/api/schema";
import { cancelPack } from "@/lib/packs/cancel-pack";
import { getPack } from "@/lib/packs/get-pack";

export const cancelPackEndpoint = defineEndpoint({
  method: "post",
  path: "/packs/{id}/cancel",
  operationId: "cancelPack",
  tag: "Packs",
  scopes: ["packs:write"],
  summary: "Give up a pack that is being prepared",
  params: IdParams,
  answer: Pack,
  otherAnswers: { 409: { description: "It is not being prepared any more." } },
  once: "atomic",
  example: { params: { id: "preparingPack" } },
  async handle({ ctx, params }) {
    const packId = params.id;
    await cancelPack(ctx, { packId });
    return { body: packView(await getPack(ctx, { packId }), ctx.runtime.env.publicUrl) };
  },
});
