import { NotFoundError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import type { ParsedSelection } from "@/lib/packs/chosen-sql";

/** What codes are chosen by, by its name; throws NotFoundError for what does not exist. */
export async function requireChosen(
  db: Transaction,
  selection: ParsedSelection,
): Promise<{ kind: "batch" | "campaign"; id: string; name: string } | null> {
  if (selection.kind === "batch") {
    const batch = await db.batch.findUnique({ where: { id: selection.batchId } });
    if (!batch) throw new NotFoundError("batch");
    return { kind: "batch", id: batch.id, name: batch.name };
  }
  if (selection.kind === "campaign") {
    const campaign = await db.campaign.findUnique({ where: { id: selection.campaignId } });
    if (!campaign) throw new NotFoundError("campaign");
    return { kind: "campaign", id: campaign.id, name: campaign.name };
  }
  if (selection.kind === "codes") {
    const codeIds = [...new Set(selection.codeIds.map((id) => id.toLowerCase()))];
    const known = await db.code.count({ where: { id: { in: codeIds } } });
    if (known < codeIds.length) throw new NotFoundError("code");
  }
  return null;
}
