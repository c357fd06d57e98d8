import { getCode } from "@/lib/codes/get-code";
import { defineRoute } from "@/lib/web/define-route";

/** For a screen that waits for a code's picture. */
export const GET = defineRoute<{ codeId: string }>(async (ctx, _request, { codeId }) =>
  Response.json(await getCode(ctx, { codeId })),
);
