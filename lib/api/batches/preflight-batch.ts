import { BatchDraft } from "@/lib/api/batches/draft-view";
import { tellDraft } from "@/lib/api/batches/tell-draft";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { recheckDraft } from "@/lib/batches/recheck-draft";

export const preflightBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/preflight",
  operationId: "preflightBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Check a draft again against what is there now",
  description:
    "Codes minted since, scenes taken since, the campaign's fields and what is left of the 100,000. Nothing is sent.",
  params: IdParams,
  answer: BatchDraft,
  otherAnswers: { 409: { description: "It has been started, or its mini program was put away." } },
  once: "keyed",
  example: { params: { id: "draft" } },
  async handle({ ctx, params, request }) {
    await recheckDraft(ctx, { draftId: params.id });
    return { body: await tellDraft(ctx, params.id, request) };
  },
});
