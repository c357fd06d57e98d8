import { getPack } from "@/lib/packs/get-pack";
import { defineRoute } from "@/lib/web/define-route";

/** For a screen that watches a pack being prepared. */
export const GET = defineRoute<{ packId: string }>(async (ctx, _request, { packId }) =>
  Response.json(await getPack(ctx, { packId })),
);
