import { orNotFound } from "@/app/(desk)/or-not-found";
import type { Chosen } from "@/components/packs/new/chosen-section";
import { selectionOf } from "@/components/packs/words/new-pack-address";
import type { NewPackParams } from "@/components/packs/words/new-pack-address";
import { getBatch } from "@/lib/batches/get-batch";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { countFacets } from "@/lib/codes/count-facets";
import type { Context } from "@/lib/core/context";
import { getPack } from "@/lib/packs/get-pack";
import type { PackOptions, PackSelection } from "@/lib/packs/schema";

export interface ChosenForPack {
  chosen: Chosen;
  /** Of the pack that is made again. */
  again: { name: string; options: PackOptions } | null;
}

/** What the address of a new pack chooses, with its name; null when it chooses nothing. */
export async function readChosen(
  ctx: Context,
  params: NewPackParams,
): Promise<ChosenForPack | null> {
  if (params.of === "pack" && params.id) {
    const { name, options, selection } = await orNotFound(getPack(ctx, { packId: params.id }));
    return { chosen: await describe(ctx, selection), again: { name, options } };
  }
  const selection = selectionOf(params);
  return selection && { chosen: await describe(ctx, selection), again: null };
}

async function describe(ctx: Context, selection: PackSelection): Promise<Chosen> {
  const plain = { selection, name: null, href: "/codes", facets: null };
  switch (selection.kind) {
    case "codes":
      return plain;
    case "filter": {
      const written = Object.entries(selection.filters).flatMap(([name, value]) =>
        // The list is always of the mini program the frame shows.
        value && name !== "miniProgramId" ? [[name, value]] : [],
      );
      const query = new URLSearchParams(written);
      const facets = await countFacets(ctx, selection.filters);
      return { ...plain, href: `/codes?${query.toString()}`, facets };
    }
    case "batch": {
      const { name } = await orNotFound(getBatch(ctx, { batchId: selection.batchId }));
      return { ...plain, name, href: `/batches/${selection.batchId}` };
    }
    case "campaign": {
      const { campaignId } = selection;
      const campaigns = await listCampaigns(ctx);
      const name = campaigns.find(({ id }) => id === campaignId)?.name ?? null;
      return { ...plain, name, href: `/codes?campaignId=${campaignId}` };
    }
  }
}
