import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";
import { listScenesSql, namedScenesSql } from "@/lib/scenes/list-scenes-sql";
import type { ParsedSceneFilters } from "@/lib/scenes/list-scenes-sql";
import { ListScenesInput } from "@/lib/scenes/schema";
import type { SceneRow } from "@/lib/scenes/schema";

const Position = z.tuple([z.iso.datetime(), z.guid()]);

/**
 * A mini program's scenes that meet the filters, newest first, with what each leads to now and how it is
 * scanned. Throws InvalidInputError for a cursor that no earlier page gave.
 */
export async function listScenes(ctx: Context, input: ListScenesInput): Promise<Page<SceneRow>> {
  authorize(ctx, "scenes:read");
  const { cursor, limit, ...filters } = ListScenesInput.parse(input);
  const position = cursor === undefined ? null : decodeCursor(cursor, Position);
  const after = position && { createdAt: position[0], id: position[1] };
  const named = await readNamed(ctx, filters);
  // One row more than asked for tells whether there is a next page.
  const found = await reader(ctx).$queryRaw<SceneRow[]>(
    listScenesSql(filters, named, after, limit + 1),
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next =
    last && found.length > limit ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows, next };
}

async function readNamed(
  ctx: Context,
  { miniProgramId, search }: ParsedSceneFilters,
): Promise<string[]> {
  if (!search) return [];
  const found = await reader(ctx).$queryRaw<{ value: string }[]>(
    namedScenesSql(miniProgramId, search),
  );
  return found.map(({ value }) => value);
}
