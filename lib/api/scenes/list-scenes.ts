import { defineEndpoint } from "@/lib/api/endpoint";
import { sceneSummary, SceneSummary } from "@/lib/api/scenes/scene-view";
import { Cursor, IdParams, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { listScenes } from "@/lib/scenes/list-scenes";
import { SceneFilters } from "@/lib/scenes/schema";

export const listScenesEndpoint = defineEndpoint({
  method: "get",
  path: "/mini-programs/{id}/scenes",
  operationId: "listScenes",
  tag: "Scenes",
  scopes: scopesWith("scenes:read"),
  summary: "List a mini program's scenes, newest first",
  description:
    "`search` finds the beginning of a scene, the serial of a code, or text in the payload in force.",
  params: IdParams,
  query: SceneFilters.omit({ miniProgramId: true }).extend({
    cursor: Cursor.optional(),
    limit: wholeNumber(1, 200).optional(),
  }),
  answer: pageOf(SceneSummary),
  example: { params: { id: "miniProgram" }, query: { state: "live", limit: "50" } },
  async handle({ ctx, params: { id: miniProgramId }, query }) {
    await getMiniProgram(ctx, { id: miniProgramId });
    const { rows, next } = await listScenes(ctx, { ...query, miniProgramId });
    return { body: { data: rows.map(sceneSummary), next } };
  },
});
