import type {
  CancelVersionInput,
  ChangeSceneInput,
  RetireSceneInput,
  ReturnSceneInput,
  SceneId,
} from "@/lib/scenes/schema";
import type { ActionResult } from "@/lib/web/define-action";

/** What can be done to a scene, as the page hands it down. */
export interface SceneVerbs {
  changeScene: (input: ChangeSceneInput) => Promise<ActionResult<{ version: number }>>;
  returnScene: (input: ReturnSceneInput) => Promise<ActionResult<{ version: number }>>;
  cancelVersion: (input: CancelVersionInput) => Promise<ActionResult<void>>;
  retireScene: (input: RetireSceneInput) => Promise<ActionResult<void>>;
  restoreScene: (input: SceneId) => Promise<ActionResult<void>>;
}
