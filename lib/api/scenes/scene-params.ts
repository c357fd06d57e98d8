import { z } from "zod";
import { Id } from "@/lib/api/schema";

/** `{id}` of a mini program and `{scene}` of a path. */
export const SceneParams = z.object({
  id: Id.describe("Id of the mini program."),
  scene: z.string().min(1).describe("The scene itself, percent-encoded: `t=5/a` is `t%3D5%2Fa`."),
});
