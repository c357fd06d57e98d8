import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { packSummary, PackSummary } from "@/lib/api/packs/pack-view";
import { Cursor, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { listPacks } from "@/lib/packs/list-packs";

export const listPacksEndpoint = defineEndpoint({
  method: "get",
  path: "/packs",
  operationId: "listPacks",
  tag: "Packs",
  scopes: scopesWith("packs:read"),
  summary: "List packs, newest first",
  query: z.object({ cursor: Cursor.optional(), limit: wholeNumber(1, 200).optional() }),
  answer: pageOf(PackSummary),
  example: { query: { limit: "20" } },
  async handle({ ctx, query }) {
    const { rows, next } = await listPacks(ctx, query);
    return { body: { data: rows.map(packSummary), next } };
  },
});
