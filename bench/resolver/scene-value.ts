import { createHash } from "node:crypto";

/** The scene with this number, as `seedScenes` makes it in SQL. */
export function sceneValue(number: number): string {
  return createHash("md5").update(`scene${number}`).digest("hex").slice(0, 20);
}
