import { codeAnswer, CODE_HEADERS } from "@/lib/api/codes/code-answer";
import { Code } from "@/lib/api/codes/code-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { getCode } from "@/lib/codes/get-code";

export const getCodeEndpoint = defineEndpoint({
  method: "get",
  path: "/codes/{id}",
  operationId: "getCode",
  tag: "Codes",
  scopes: scopesWith("codes:read"),
  summary: "Read a code",
  params: IdParams,
  answer: Code,
  answerHeaders: CODE_HEADERS,
  example: { params: { id: "code" } },
  async handle({ ctx, params, request }) {
    return codeAnswer(ctx, request, await getCode(ctx, { codeId: params.id }));
  },
});
