import { z } from "zod";
import { codeAnswer, CODE_HEADERS } from "@/lib/api/codes/code-answer";
import { Code } from "@/lib/api/codes/code-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { editCode } from "@/lib/codes/edit-code";
import { getCode } from "@/lib/codes/get-code";
import { EditCodeInput } from "@/lib/codes/schema";
import { withTransaction } from "@/lib/db/transaction";

const { label, tags, campaignId } = EditCodeInput.shape;
const UpdateCode = z.strictObject({
  label: label.optional(),
  tags: tags.optional(),
  campaignId: campaignId.optional().describe("Null: it belongs to none."),
});

export const updateCodeEndpoint = defineEndpoint({
  method: "patch",
  path: "/codes/{id}",
  operationId: "updateCode",
  tag: "Codes",
  scopes: ["codes:mint"],
  summary: "Change a code's label, tags or campaign",
  description: "What is absent stays as it is. What was minted never changes.",
  params: IdParams,
  body: UpdateCode,
  answer: Code,
  answerHeaders: CODE_HEADERS,
  example: { params: { id: "code" }, body: { label: "Table 4", tags: ["tables"] } },
  async handle({ ctx, params: { id: codeId }, body, request }) {
    const edited = await withTransaction(ctx, async (tctx) => {
      const before = await getCode(tctx, { codeId });
      return editCode(tctx, {
        codeId,
        label: body.label ?? before.label,
        tags: body.tags ?? before.tags,
        campaignId: body.campaignId === undefined ? (before.campaign?.id ?? null) : body.campaignId,
      });
    });
    return codeAnswer(ctx, request, edited);
  },
});
