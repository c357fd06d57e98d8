import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { askThrough } from "@/lib/api/testing/ask-through";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import type { Asking } from "@/lib/api/testing/ask-through";

/** The API in a process that can be killed, for the desk's own key. */
export interface ApiChild {
  ask: Asking;
  /** As kill -9 does it. */
  kill(): Promise<void>;
}

/** Starts `serve-api.ts` on the environment of a desk. */
export async function startApi({ runtime: { env }, key }: ApiDesk): Promise<ApiChild> {
  const child: ChildProcess = fork("lib/api/testing/serve-api.ts", [], {
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
    },
  });
  const [port] = (await once(child, "message")) as [number];
  return {
    ask: askThrough((request) => fetch(request), `http://127.0.0.1:${port}`, key),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
