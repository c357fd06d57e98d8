import { priceMint } from "@/lib/codes/price-mint";
import type { MintCodeInput } from "@/lib/codes/schema";
import { InvalidInputError } from "@/lib/core/errors";
import { defineRoute } from "@/lib/web/define-route";

export const POST = defineRoute(async (ctx, request) => {
  const body: unknown = await request.json().catch(() => {
    throw new InvalidInputError("inputInvalid");
  });
  return Response.json(await priceMint(ctx, body as MintCodeInput));
});
