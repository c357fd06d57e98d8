import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { MiniProgram, miniProgramView } from "@/lib/api/mini-programs/mini-program-view";
import { scopesWith } from "@/lib/api/schema";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";

export const listMiniProgramsEndpoint = defineEndpoint({
  method: "get",
  path: "/mini-programs",
  operationId: "listMiniPrograms",
  tag: "Mini programs",
  scopes: scopesWith("miniPrograms:read"),
  summary: "List mini programs by name",
  description: "All of them at once: there are at most 500. The sandbox comes last.",
  query: z.object({
    includeArchived: z.enum(["true", "false"]).default("false"),
  }),
  answer: z.object({ data: z.array(MiniProgram) }),
  example: {},
  async handle({ ctx, query }) {
    const includeArchived = query.includeArchived === "true";
    const miniPrograms = await listMiniPrograms(ctx, { includeArchived });
    return { body: { data: miniPrograms.map(miniProgramView) } };
  },
});
