import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Env } from "@/lib/env";

const children = new Set<ChildProcess>();

/** A gate as `npm run gate` starts it, on the environment of a test's runtime and a port of its own. */
export async function startGate(
  env: Env,
  port: number,
  overrides: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = fork(path.resolve("lib/gate/main.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: env.DATABASE_URL,
      MINTDESK_SECRET: env.MINTDESK_SECRET,
      MINTDESK_DATA_DIR: env.dataDir,
      GATE_PORT: String(port),
      LOG_LEVEL: "fatal",
      ...overrides,
    },
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  await once(child, "message");
  return child;
}

/** For the end of a test: none is left. */
export function killGates(): void {
  for (const child of children) child.kill("SIGKILL");
}
