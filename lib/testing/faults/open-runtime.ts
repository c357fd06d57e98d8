import { randomBytes } from "node:crypto";
import { parseEnv } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";

/** A runtime of this process, and the environment other processes need to work on the same things. */
export function openRuntimeOn(settings: Record<string, string>): {
  runtime: Runtime;
  env: NodeJS.ProcessEnv;
} {
  const env = {
    NODE_ENV: "test" as const,
    MINTDESK_SECRET: randomBytes(32).toString("base64"),
    ...settings,
  };
  const runtime = openRuntime(parseEnv({ ...env, LOG_LEVEL: "fatal" }));
  // The most talkative level: secrets have every chance to show.
  return { runtime, env: { ...env, PATH: process.env.PATH, LOG_LEVEL: "debug" } };
}
