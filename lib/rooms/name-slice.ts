import { NotFoundError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import type { RoomSlice } from "@/lib/rooms/schema";

/** A slice in names, as the log keeps it. Throws NotFoundError for what is not there. */
export async function nameSlice(
  tx: Transaction,
  { miniProgramIds, campaignIds, actionKinds, from, until }: RoomSlice,
): Promise<Record<string, string>> {
  const byId = { select: { id: true, name: true } } as const;
  const miniPrograms = await tx.miniProgram.findMany({
    where: { id: { in: miniProgramIds } },
    ...byId,
  });
  const campaigns = await tx.campaign.findMany({ where: { id: { in: campaignIds } }, ...byId });
  const names = {
    miniPrograms: namesOf(miniProgramIds, miniPrograms, "miniProgram"),
    campaigns: namesOf(campaignIds, campaigns, "campaign"),
    actionKinds: actionKinds.join(", "),
    from: from ?? "",
    until: until ?? "",
  };
  return Object.fromEntries(Object.entries(names).filter(([, text]) => text !== ""));
}

function namesOf(
  ids: readonly string[],
  found: readonly { id: string; name: string }[],
  kind: string,
): string {
  const nameOf = new Map(found.map(({ id, name }) => [id, name]));
  return ids
    .map((id) => {
      const name = nameOf.get(id);
      if (name === undefined) throw new NotFoundError(kind);
      return name;
    })
    .join(", ");
}
