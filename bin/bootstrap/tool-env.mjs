import { delimiter } from "node:path";
import { inRoot } from "./paths.mjs";

/**
 * The environment for programs of this project: Node 24 and the installed tools come first on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(env) {
  const bin = inRoot("node_modules", ".bin");
  return {
    ...env,
    PATH: [bin, env.PATH].filter(Boolean).join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
