import { z } from "zod";
import { Batch, batchView } from "@/lib/api/batches/batch-view";
import { readLocale } from "@/lib/api/batches/read-locale";
import { defineEndpoint } from "@/lib/api/endpoint";
import { ApiError } from "@/lib/api/problem";
import { IdParams } from "@/lib/api/schema";
import { getBatch } from "@/lib/batches/get-batch";
import { planBatch } from "@/lib/batches/plan-batch";
import type { PlanBatchInput } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

const StartBatch = z.strictObject({
  leaveOutBad: z
    .boolean()
    .default(false)
    .describe("Bad rows are left out; else a single one refuses all."),
  pilot: z
    .boolean()
    .default(false)
    .describe("Three are minted, then the batch waits for `resume`."),
});

export const startBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/start",
  operationId: "startBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Start a draft as a batch",
  description:
    "The batch keeps the draft's id. Started again it is the same batch, whatever the body says. " +
    "More of the 100,000 than one person may start wait for a second person (`awaiting_approval`).",
  params: IdParams,
  body: StartBatch,
  answer: Batch,
  otherAnswers: { 409: { description: "Too little is left of the 100,000." } },
  once: "keyed",
  example: { params: { id: "draft" }, body: { leaveOutBad: false, pilot: false } },
  async handle({ ctx, params: { id: draftId }, body, request }) {
    await plan(ctx, { ...body, draftId, requestKey: draftId, keepId: true });
    const batch = await getBatch(ctx, { batchId: draftId });
    return { body: batchView(batch, readLocale(request)) };
  },
});

/** Bad rows are pointed at in the rows the draft was made of. */
async function plan(ctx: Context, input: PlanBatchInput): Promise<void> {
  try {
    await planBatch(ctx, input);
  } catch (error) {
    if (!(error instanceof DomainError) || error.field !== "rows") throw error;
    const { code, reason, values } = error;
    const place = reason === "batchBadRows" ? `/rows/${Number(values.row) - 1}` : "/rows";
    throw new ApiError(code, reason, values, {}, place);
  }
}
