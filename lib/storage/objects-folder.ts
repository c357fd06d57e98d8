import path from "node:path";
import type { Env } from "@/lib/env";

/** Where the file store of this environment lies. */
export function objectsFolder(env: Env): string {
  return path.join(/* turbopackIgnore: true */ env.dataDir, "objects");
}
