import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Env } from "@/lib/env";

const children = new Set<ChildProcess>();

/** A worker or a gate as `npm run` starts it, on the environment of a test's runtime. */
export async function startPart(
  name: "worker" | "gate",
  env: Env,
  overrides: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = fork(path.resolve(`lib/${name}/main.ts`), [], {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: env.DATABASE_URL,
      MINTDESK_SECRET: env.MINTDESK_SECRET,
      MINTDESK_DATA_DIR: env.dataDir,
      SANDBOX_PORT: String(env.SANDBOX_PORT),
      WECHAT_TIMEOUT_MS: String(env.WECHAT_TIMEOUT_MS),
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
export function killParts(): void {
  for (const child of children) child.kill("SIGKILL");
}
