import type { ListDraftRowsInput } from "@/lib/batches/draft-schema";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { defineRoute } from "@/lib/web/define-route";

/** A page of checked rows: `show` (all, bad, repeats), `after` a row, at most `limit`. */
export const GET = defineRoute<{ draftId: string }>(async (ctx, request, { draftId }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return Response.json(await listDraftRows(ctx, { ...asked, draftId } as ListDraftRowsInput));
});
