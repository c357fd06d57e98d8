import { z } from "zod";
import {
  codeAnswer,
  CODE_HEADERS,
  isWaiting,
  MINT_ANSWERS,
  requireMade,
} from "@/lib/api/codes/code-answer";
import { Code } from "@/lib/api/codes/code-view";
import { MintBody, mintInput } from "@/lib/api/codes/mint-body";
import { defineEndpoint } from "@/lib/api/endpoint";
import { authorize } from "@/lib/access/authorize";
import { mintCode } from "@/lib/codes/mint-code";
import { API_ROOT } from "@/lib/core/api-url";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";

const MintedCode = Code.extend({
  reused: z.boolean().describe("The same parameters were minted before; nothing was spent."),
}).meta({ id: "MintedCode" });

export const mintCodeEndpoint = defineEndpoint({
  method: "post",
  path: "/codes",
  operationId: "mintCode",
  tag: "Codes",
  scopes: ["codes:mint"],
  summary: "Mint one code",
  description:
    "Kinds A (WXACODE) and C (WXA_QRCODE) use one of the 100,000; B (WXACODE_UNLIMITED) uses none. " +
    "The same parameters give the code that is there already, free of cost (200, `reused: true`).",
  body: MintBody,
  status: 201,
  answer: MintedCode,
  answerHeaders: { ...CODE_HEADERS, Location: "Address of the code." },
  otherAnswers: {
    200: { description: "It was minted before; nothing was spent.", schema: MintedCode },
    202: {
      description: "It waits, for WeChat's pause to end or a second person: read it again.",
      schema: MintedCode,
    },
    404: { description: "There is no such mini program or campaign." },
    ...MINT_ANSWERS,
  },
  once: "keyed",
  example: {
    body: {
      kind: "WXACODE_UNLIMITED",
      miniProgramId: "0197c0de-0000-7000-8000-000000000001",
      label: "Table 3",
      tags: ["tables"],
      page: "pages/index/index",
      carries: { as: "payload", payload: { table: 3 } },
    },
  },
  async handle({ ctx, body, requestKey, request }) {
    authorize(ctx, "codes:mint");
    const miniProgram = await getMiniProgram(ctx, { id: body.miniProgramId });
    const { reused, code } = await mintCode(ctx, mintInput(body, miniProgram, requestKey));
    requireMade(code, request);
    const answer = codeAnswer(ctx, request, code);
    return {
      status: isWaiting(code) ? 202 : reused ? 200 : 201,
      headers: { ...answer.headers, Location: `${API_ROOT}/codes/${code.id}` },
      body: { ...answer.body, reused },
    };
  },
});
