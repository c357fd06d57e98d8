import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { inApiWords } from "@/lib/api/scenes/in-api-words";
import { requireMatch } from "@/lib/api/scenes/require-match";
import { SCENE_HEADERS, sceneAnswer } from "@/lib/api/scenes/scene-answer";
import { SceneParams } from "@/lib/api/scenes/scene-params";
import { Scene } from "@/lib/api/scenes/scene-view";
import { changeScene } from "@/lib/scenes/change-scene";
import { getSceneByValue } from "@/lib/scenes/get-scene-by-value";
import { Change } from "@/lib/scenes/schema";

const ChangeScene = z.strictObject({
  page: Change.shape.page,
  payload: Change.shape.payload,
  effectiveFrom: Change.shape.at.default(null).describe("Null: at once."),
  note: Change.shape.why.default("").describe("For colleagues: why."),
});

export const changeSceneEndpoint = defineEndpoint({
  method: "put",
  path: "/mini-programs/{id}/scenes/{scene}",
  operationId: "changeScene",
  tag: "Scenes",
  scopes: ["scenes:write"],
  summary: "Give a scene a new meaning, now or later",
  description:
    "Adds a version; codes in print keep working. If-Match says which version you have seen.",
  params: SceneParams,
  body: ChangeScene,
  answer: Scene,
  answerHeaders: SCENE_HEADERS,
  requestHeaders: {
    "If-Match": { description: "The ETag the scene was read with.", isRequired: true },
  },
  otherAnswers: {
    409: { description: "It means just that already." },
    412: { description: "Somebody changed it since." },
    428: { description: "If-Match is missing." },
  },
  example: {
    params: { id: "miniProgram", scene: "scene" },
    headers: { "If-Match": '"1"' },
    body: { page: "pages/menu/index", payload: { table: 3 }, note: "The table moved." },
  },
  async handle({ ctx, params, body, request }) {
    const sceneOf = { miniProgramId: params.id, value: params.scene };
    const { id: sceneId, ...scene } = await getSceneByValue(ctx, sceneOf);
    const latestVersion = requireMatch(scene.latestVersion, request.headers.get("if-match"));
    const { page, payload, effectiveFrom: at, note: why } = body;
    try {
      await changeScene(ctx, { sceneId, latestVersion, page, payload, at, why });
    } catch (error) {
      throw inApiWords(error);
    }
    return sceneAnswer(await getSceneByValue(ctx, sceneOf));
  },
});
