import { defineEndpoint } from "@/lib/api/endpoint";
import { Verdict, verdictView } from "@/lib/api/audit/verdict-view";
import { scopesWith } from "@/lib/api/schema";
import { verifyChainTogether } from "@/lib/audit/verify-chain-together";

export const verifyLogEndpoint = defineEndpoint({
  method: "get",
  path: "/audit/verify",
  operationId: "verifyAuditLog",
  tag: "Audit log",
  scopes: scopesWith("audit:read"),
  summary: "Verify the whole log, entry by entry, and compare it with its checkpoints",
  description: "Takes as long as the log is; asked several times at once it is done once.",
  answer: Verdict,
  example: {},
  async handle({ ctx }) {
    return { body: verdictView(await verifyChainTogether(ctx)) };
  },
});
