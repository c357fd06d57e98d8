import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Env } from "@/lib/env";
import { partEnv } from "@/lib/testing/part-env";

const children = new Set<ChildProcess>();

/** A worker or a gate as `npm run` starts it, on the environment of a test's runtime. */
export async function startPart(
  name: "worker" | "gate",
  env: Env,
  overrides: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = fork(path.resolve(`lib/${name}/main.ts`), [], {
    execArgv: ["--import", "tsx"],
    env: { ...partEnv(env), ...overrides },
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  await once(child, "message");
  return child;
}

/** For the end of a test: none is left. */
export function killParts(): void {
  for (const child of children) child.kill("SIGKILL");
}
