import { getSheet } from "@/lib/sheets/get-sheet";
import { defineRoute } from "@/lib/web/define-route";

/** Rows kept before, after a tab was loaded again. */
export const GET = defineRoute<{ sheetId: string }>(async (ctx, _request, { sheetId }) =>
  Response.json(await getSheet(ctx, { sheetId })),
);
