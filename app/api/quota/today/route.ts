import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { QuotaOf } from "@/lib/quota/schema";
import { defineRoute } from "@/lib/web/define-route";

/** Today's calls of one mini program, for the card that is always in sight. */
export const GET = defineRoute(async (ctx, request) => {
  const query = new URL(request.url).searchParams;
  const quotaOf = QuotaOf.parse({ miniProgramId: query.get("miniProgramId") });
  const { today } = await getQuotaOverview(ctx, quotaOf);
  return Response.json(today);
});
