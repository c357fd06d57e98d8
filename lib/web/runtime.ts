import { DESK_ROLE } from "@/lib/db/take-role";
import { env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";

const globals = globalThis as typeof globalThis & { mintdeskRuntime?: Runtime };

/** The web process's runtime, opened on the first request; development reloads share it. */
export function webRuntime(): Runtime {
  globals.mintdeskRuntime ??= openRuntime(env(), { role: DESK_ROLE });
  return globals.mintdeskRuntime;
}
