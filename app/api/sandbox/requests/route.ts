import { listRequests } from "@/lib/sandbox-control/list-requests";
import type { ListRequestsInput } from "@/lib/sandbox-control/schema";
import { defineRoute } from "@/lib/web/define-route";

/** The log of calls: `?endpoint` and `?outcome` narrow it. */
export const GET = defineRoute(async (ctx, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return Response.json(await listRequests(ctx, query as ListRequestsInput));
});
