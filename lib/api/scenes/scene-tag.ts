import { createHash } from "node:crypto";
import type { SceneDetail } from "@/lib/scenes/schema";

type Tagged = Pick<SceneDetail, "latestVersion" | "versions" | "retirement">;

/**
 * `"<latest version>"` while that one is in force and nothing is planned. What else a scan can be answered (a planned
 * version, a retirement) makes another tag of it, or a cached answer would hide that the scene is retired.
 */
export function sceneTag({ latestVersion, versions, retirement }: Tagged): string {
  const isSettled =
    retirement === null &&
    versions.every(({ version, state }) =>
      version === latestVersion ? state === "in_force" : state !== "ahead",
    );
  if (isSettled) return `"${latestVersion}"`;
  const rest = JSON.stringify([versions.map(({ state }) => state), retirement]);
  const digest = createHash("sha256").update(rest).digest("hex").slice(0, 12);
  return `"${latestVersion}-${digest}"`;
}
