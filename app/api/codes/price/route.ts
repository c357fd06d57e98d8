import { readBody } from "@/app/api/batches/read-body";
import { priceMint } from "@/lib/codes/price-mint";
import type { MintCodeInput } from "@/lib/codes/schema";
import { defineRoute } from "@/lib/web/define-route";

export const POST = defineRoute(async (ctx, request) => {
  const body = await readBody(request);
  return Response.json(await priceMint(ctx, body as MintCodeInput));
});
