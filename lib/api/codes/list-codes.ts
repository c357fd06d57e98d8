import { codeSummary, CodeSummary } from "@/lib/api/codes/code-summary";
import { defineEndpoint } from "@/lib/api/endpoint";
import { Cursor, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { listCodes } from "@/lib/codes/list-codes";
import { CodeFilters } from "@/lib/codes/list-schema";

export const listCodesEndpoint = defineEndpoint({
  method: "get",
  path: "/codes",
  operationId: "listCodes",
  tag: "Codes",
  scopes: scopesWith("codes:read"),
  summary: "List codes, newest first",
  description:
    "Without `envVersion` only those of the released version. `from` and `to` are days in Beijing, both included.",
  query: CodeFilters.extend({
    cursor: Cursor.optional(),
    limit: wholeNumber(1, 200).optional().describe("48 when absent."),
  }),
  answer: pageOf(CodeSummary),
  example: { query: { status: "minted", envVersion: "any", limit: "50" } },
  async handle({ ctx, query }) {
    const { rows, next } = await listCodes(ctx, query);
    const { publicUrl } = ctx.runtime.env;
    return { body: { data: rows.map((row) => codeSummary(row, publicUrl)), next } };
  },
});
