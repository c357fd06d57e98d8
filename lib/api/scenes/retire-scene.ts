import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { inApiWords } from "@/lib/api/scenes/in-api-words";
import { SCENE_HEADERS, sceneAnswer } from "@/lib/api/scenes/scene-answer";
import { SceneParams } from "@/lib/api/scenes/scene-params";
import { Scene } from "@/lib/api/scenes/scene-view";
import { getSceneByValue } from "@/lib/scenes/get-scene-by-value";
import { retireScene } from "@/lib/scenes/retire-scene";
import { RetireSceneInput } from "@/lib/scenes/schema";

const { why, note, fallback, at, knownAt } = RetireSceneInput.shape;
const RetireScene = z.strictObject({
  why,
  note: note.default("").describe("For colleagues: what happened."),
  fallback: fallback.default(null).describe("Where scans lead from then on."),
  effectiveFrom: at.default(null).describe("Null: at once."),
  knownAt: knownAt
    .default(null)
    .describe("`retirement.at` of the retirement to replace; null: there is none."),
});

export const retireSceneEndpoint = defineEndpoint({
  method: "post",
  path: "/mini-programs/{id}/scenes/{scene}/retire",
  operationId: "retireScene",
  tag: "Scenes",
  scopes: ["scenes:write"],
  summary: "Take a scene out of use, now or later",
  params: SceneParams,
  body: RetireScene,
  answer: Scene,
  answerHeaders: SCENE_HEADERS,
  otherAnswers: { 409: { description: "It is retired already, or was restored meanwhile." } },
  once: "atomic",
  example: {
    params: { id: "miniProgram", scene: "scene" },
    body: { why: "lost", note: "The table was sold.", fallback: { page: "", payload: null } },
  },
  async handle({ ctx, params, body }) {
    const sceneOf = { miniProgramId: params.id, value: params.scene };
    const { id: sceneId } = await getSceneByValue(ctx, sceneOf);
    const { effectiveFrom, ...rest } = body;
    try {
      await retireScene(ctx, { sceneId, at: effectiveFrom, ...rest });
    } catch (error) {
      throw inApiWords(error);
    }
    return sceneAnswer(await getSceneByValue(ctx, sceneOf));
  },
});
