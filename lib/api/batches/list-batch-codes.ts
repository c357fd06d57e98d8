import { BatchCode, batchCodeView } from "@/lib/api/batches/batch-code-view";
import { readLocale } from "@/lib/api/batches/read-locale";
import { refuseDraft } from "@/lib/api/batches/refuse-draft";
import { defineEndpoint } from "@/lib/api/endpoint";
import { sentences } from "@/lib/api/problem";
import { Cursor, IdParams, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { listBatchRows } from "@/lib/batches/list-batch-rows";
import { ListBatchRowsInput } from "@/lib/batches/schema";

export const listBatchCodesEndpoint = defineEndpoint({
  method: "get",
  path: "/batches/{id}/codes",
  operationId: "listBatchCodes",
  tag: "Batches",
  scopes: scopesWith("codes:read"),
  summary: "List the rows of a batch and their codes, in the order of the rows",
  params: IdParams,
  query: ListBatchRowsInput.omit({ batchId: true }).extend({
    cursor: Cursor.optional(),
    limit: wholeNumber(1, 200).optional(),
  }),
  answer: pageOf(BatchCode),
  otherAnswers: { 409: { description: "It is a draft still." } },
  example: { params: { id: "batch" }, query: { show: "all", limit: "100" } },
  async handle({ ctx, params: { id: batchId }, query, request }) {
    const { rows, next } = await refuseDraft(ctx, batchId, () =>
      listBatchRows(ctx, { ...query, batchId }),
    );
    const locale = readLocale(request);
    const { publicUrl } = ctx.runtime.env;
    const words = { publicUrl, locale, sentence: await sentences(locale) };
    return { body: { data: rows.map((row) => batchCodeView(row, words)), next } };
  },
});
