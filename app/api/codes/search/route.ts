import { FOUND_LIMIT, SEARCH_MAX_LENGTH } from "@/components/palette/found-code";
import type { FoundCode } from "@/components/palette/found-code";
import { listCodes } from "@/lib/codes/list-codes";
import type { CodeRow } from "@/lib/codes/list-codes";
import { defineRoute } from "@/lib/web/define-route";

export const GET = defineRoute(async (ctx, request) => {
  const search = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  // Half-typed and pasted texts are no mistakes: they find nothing.
  if (search === "" || search.length > SEARCH_MAX_LENGTH) return Response.json([]);
  const { rows } = await listCodes(ctx, { search, envVersion: "any", limit: FOUND_LIMIT });
  return Response.json(rows.map(toFound));
});

function toFound(row: CodeRow): FoundCode {
  const { id, serial, label, target, scene, kind, status, envVersion, miniProgramName } = row;
  return { id, serial, label, target, scene, kind, status, envVersion, miniProgramName };
}
