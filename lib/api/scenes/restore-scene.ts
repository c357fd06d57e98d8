import { defineEndpoint } from "@/lib/api/endpoint";
import { inApiWords } from "@/lib/api/scenes/in-api-words";
import { SCENE_HEADERS, sceneAnswer } from "@/lib/api/scenes/scene-answer";
import { SceneParams } from "@/lib/api/scenes/scene-params";
import { Scene } from "@/lib/api/scenes/scene-view";
import { getSceneByValue } from "@/lib/scenes/get-scene-by-value";
import { restoreScene } from "@/lib/scenes/restore-scene";

export const restoreSceneEndpoint = defineEndpoint({
  method: "post",
  path: "/mini-programs/{id}/scenes/{scene}/restore",
  operationId: "restoreScene",
  tag: "Scenes",
  scopes: ["scenes:write"],
  summary: "Put a retired scene back into use, or take a planned retirement back",
  params: SceneParams,
  answer: Scene,
  answerHeaders: SCENE_HEADERS,
  otherAnswers: { 409: { description: "It is not retired." } },
  once: "atomic",
  example: { params: { id: "miniProgram", scene: "retiredScene" } },
  async handle({ ctx, params }) {
    const sceneOf = { miniProgramId: params.id, value: params.scene };
    const { id: sceneId } = await getSceneByValue(ctx, sceneOf);
    try {
      await restoreScene(ctx, { sceneId });
    } catch (error) {
      throw inApiWords(error);
    }
    return sceneAnswer(await getSceneByValue(ctx, sceneOf));
  },
});
