import type { z } from "zod";
import type { JsonAnswer } from "@/lib/api/endpoint";
import { sceneTag } from "@/lib/api/scenes/scene-tag";
import { sceneView } from "@/lib/api/scenes/scene-view";
import type { Scene } from "@/lib/api/scenes/scene-view";
import type { SceneDetail } from "@/lib/scenes/schema";

export const SCENE_HEADERS = {
  ETag: "For If-Match and If-None-Match; codes minted of the scene do not change it.",
};

/** A scene with its tag. */
export function sceneAnswer(scene: SceneDetail): JsonAnswer<z.input<typeof Scene>> {
  // Kept by caches, and asked about each time.
  const headers = { ETag: sceneTag(scene), "Cache-Control": "private, no-cache" };
  return { headers, body: sceneView(scene) };
}
