import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
});

async function startMain(): Promise<{ child: ChildProcess; url: string }> {
  const main = new URL("main.ts", import.meta.url);
  const started = fork(main, ["--port", "0"], { execArgv: ["--import", "tsx"], silent: true });
  child = started;
  const [chunk] = (await once(started.stdout ?? started, "data")) as [Buffer];
  return { child: started, url: /http:\S+/.exec(String(chunk))?.[0] ?? "" };
}

it("prints its address, answers, and ends cleanly on SIGTERM", async () => {
  const { child: started, url } = await startMain();
  expect(await (await fetch(`${url}/__sandbox/health`)).json()).toEqual({ status: "ok" });
  started.kill("SIGTERM");
  expect(await once(started, "exit")).toEqual([0, null]);
});

it("ends when the channel to its parent closes", async () => {
  const { child: started } = await startMain();
  started.disconnect();
  expect(await once(started, "exit")).toEqual([0, null]);
});
