import { defineEndpoint } from "@/lib/api/endpoint";
import { SCENE_HEADERS, sceneAnswer } from "@/lib/api/scenes/scene-answer";
import { SceneParams } from "@/lib/api/scenes/scene-params";
import { Scene } from "@/lib/api/scenes/scene-view";
import { scopesWith } from "@/lib/api/schema";
import { getSceneByValue } from "@/lib/scenes/get-scene-by-value";

export const getSceneEndpoint = defineEndpoint({
  method: "get",
  path: "/mini-programs/{id}/scenes/{scene}",
  operationId: "getScene",
  tag: "Scenes",
  scopes: scopesWith("scenes:read"),
  summary: "Read a scene: what it means now, meant and will mean",
  params: SceneParams,
  answer: Scene,
  answerHeaders: SCENE_HEADERS,
  requestHeaders: {
    "If-None-Match": { description: "An ETag: what is still so answers 304.", isRequired: false },
  },
  otherAnswers: { 304: { description: "It is as the ETag in If-None-Match says." } },
  example: { params: { id: "miniProgram", scene: "scene" } },
  async handle({ ctx, params, request }) {
    const scene = await getSceneByValue(ctx, { miniProgramId: params.id, value: params.scene });
    const answer = sceneAnswer(scene);
    const { headers } = answer;
    return isKnown(headers?.ETag, request) ? new Response(null, { status: 304, headers }) : answer;
  },
});

function isKnown(tag: string | undefined, request: Request): boolean {
  const known = (request.headers.get("if-none-match") ?? "").split(",");
  return known.some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));
}
