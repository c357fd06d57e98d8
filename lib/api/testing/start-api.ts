import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { askThrough } from "@/lib/api/testing/ask-through";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import type { Asking } from "@/lib/api/testing/ask-through";
import { partEnv } from "@/lib/testing/part-env";

/** The API in a process that can be killed, for the desk's own key. */
export interface ApiChild {
  ask: Asking;
  /** As kill -9 does it. */
  kill(): Promise<void>;
}

const started: ApiChild[] = [];

/** Starts `serve-api.ts` on the environment of a desk. */
export async function startApi({ runtime: { env }, key }: ApiDesk): Promise<ApiChild> {
  const child: ChildProcess = fork("lib/api/testing/serve-api.ts", [], {
    execArgv: ["--import", "tsx"],
    env: partEnv(env),
  });
  const [port] = (await once(child, "message")) as [number];
  const api: ApiChild = {
    ask: askThrough((request) => fetch(request), `http://127.0.0.1:${port}`, key),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
  started.push(api);
  return api;
}

/** For the end of a test: none is left. */
export async function killApis(): Promise<void> {
  await Promise.all(started.splice(0).map((api) => api.kill()));
}
