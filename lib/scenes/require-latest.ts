import { ConflictError } from "@/lib/core/errors";
import type { HeldScene } from "@/lib/scenes/hold-scene-by-id";

/** Throws ConflictError `sceneChanged` when somebody added a version that the form had not seen. */
export function requireLatest(scene: HeldScene, knownVersion: number): void {
  if (scene.latestVersion === knownVersion) return;
  throw new ConflictError("sceneChanged", {
    version: scene.latestVersion,
    by: scene.latestBy ?? "",
  });
}
