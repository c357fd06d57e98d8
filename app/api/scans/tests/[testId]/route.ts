import { getScanTest } from "@/lib/scans/get-scan-test";
import { defineRoute } from "@/lib/web/define-route";

/** For a panel that waits for a phone to scan. */
export const GET = defineRoute<{ testId: string }>(async (ctx, _request, { testId }) =>
  Response.json(await getScanTest(ctx, { testId })),
);
