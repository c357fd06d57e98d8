import type { Examples } from "@/components/developers/reference/read-document";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context } from "@/lib/core/context";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";

/** What the forms begin with: the contract's examples, about the mini program and campaign people work with. */
export async function referenceExamples(ctx: Context): Promise<Examples> {
  const [chosen, [campaign]] = await Promise.all([chosenMiniProgram(ctx), listCampaigns(ctx)]);
  const known: Record<string, string> = {
    ...(chosen && { miniProgram: chosen.id }),
    ...(campaign && { campaign: campaign.id }),
  };
  const parameters = ENDPOINTS.map(({ operationId, example }) => {
    const { params = {}, query = {}, headers = {} } = example;
    const ids = Object.entries(params).map(([name, told]) => [name, known[told] ?? ""]);
    return [operationId, { ...query, ...headers, ...Object.fromEntries(ids) }];
  });
  return { known, parameters: Object.fromEntries(parameters) };
}
