import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";
import { toPackRow, WITH_TAKES } from "@/lib/packs/pack-row";
import type { PackRow } from "@/lib/packs/pack-view";
import { ListPacksInput } from "@/lib/packs/schema";

const Position = z.tuple([z.iso.datetime(), z.guid()]);

/** Packs, newest first. Throws InvalidInputError for a cursor that no earlier page gave. */
export async function listPacks(ctx: Context, input: ListPacksInput): Promise<Page<PackRow>> {
  authorize(ctx, "packs:read");
  const { cursor, limit } = ListPacksInput.parse(input);
  const position = cursor === undefined ? null : decodeCursor(cursor, Position);
  const packs = await reader(ctx).pack.findMany({
    where: position ? { AND: after(position) } : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: WITH_TAKES,
  });
  const rows = packs.slice(0, limit).map(toPackRow);
  const last = rows.at(-1);
  const next =
    last && packs.length > limit ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows, next };
}

/** The redundant bound on the time keeps the walk inside its index. */
function after([createdAt, id]: z.infer<typeof Position>) {
  return [
    { createdAt: { lte: createdAt } },
    { OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] },
  ];
}
