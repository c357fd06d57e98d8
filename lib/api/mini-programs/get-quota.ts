import { defineEndpoint } from "@/lib/api/endpoint";
import { Quota, quotaView } from "@/lib/api/mini-programs/quota-view";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { listBudgets } from "@/lib/quota/list-budgets";

export const getQuotaEndpoint = defineEndpoint({
  method: "get",
  path: "/mini-programs/{id}/quota",
  operationId: "getQuota",
  tag: "Mini programs",
  scopes: scopesWith("quota:read"),
  summary: "Read what is left of a mini program's codes of kinds A and C",
  description: "Codes of kind B (WXACODE_UNLIMITED) use none of it.",
  params: IdParams,
  answer: Quota,
  example: { params: { id: "miniProgram" } },
  async handle({ ctx, params: { id: miniProgramId } }) {
    const overview = await getQuotaOverview(ctx, { miniProgramId });
    const budgets = await listBudgets(ctx, { miniProgramId });
    return { body: quotaView(overview, budgets) };
  },
});
