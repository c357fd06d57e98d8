import { z } from "zod";
import { readLocale } from "@/lib/api/batches/read-locale";
import { rowProblem, RowProblem } from "@/lib/api/batches/row-problems";
import { defineEndpoint } from "@/lib/api/endpoint";
import { sentences } from "@/lib/api/problem";
import { IdParams, pageOf, wholeNumber } from "@/lib/api/schema";
import { ListDraftRowsInput } from "@/lib/batches/draft-schema";
import { getDraft } from "@/lib/batches/get-draft";
import { listDraftRows } from "@/lib/batches/list-draft-rows";

const DraftRow = z
  .object({
    row: z.int().min(1).describe("From 1, the header not counted."),
    cells: z.array(z.string()).describe("In the order of the draft's columns."),
    verdict: z.enum(["new", "repeat", "bad"]),
    problems: z.array(RowProblem),
    repeatOfRow: z.int().nullable(),
    repeatOfCodeId: z.uuid().nullable(),
  })
  .meta({ id: "BatchDraftRow" });

export const listDraftRowsEndpoint = defineEndpoint({
  method: "get",
  path: "/batches/{id}/rows",
  operationId: "listDraftRows",
  tag: "Batches",
  scopes: ["batches:write", "codes:mint"],
  summary: "List the checked rows of a draft",
  params: IdParams,
  query: ListDraftRowsInput.pick({ show: true }).extend({
    cursor: wholeNumber(0, 999_999_999).optional().describe("`next` of the page before."),
    limit: wholeNumber(1, 200).optional(),
  }),
  answer: pageOf(DraftRow),
  example: { params: { id: "draft" }, query: { show: "bad", limit: "50" } },
  async handle({ ctx, params: { id: draftId }, query, request }) {
    const { show, cursor: after, limit } = query;
    const { form } = await getDraft(ctx, { draftId });
    const { rows, next } = await listDraftRows(ctx, { draftId, show, after, limit });
    const sentence = await sentences(readLocale(request));
    const data = rows.map(({ row, cells, verdict, problems, repeatOf }) => ({
      row,
      cells,
      verdict,
      problems: problems.map((problem) => rowProblem(problem, sentence, form)),
      repeatOfRow: repeatOf && "row" in repeatOf ? repeatOf.row : null,
      repeatOfCodeId: repeatOf && "codeId" in repeatOf ? repeatOf.codeId : null,
    }));
    return { body: { data, next: next === null ? null : String(next) } };
  },
});
