import { execFile, fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findFreePort } from "@/bin/postgres/choose-port";
import { STREAMING_FLAGS } from "@/bin/streaming-flags.mjs";
import { RESOLVE_ONE_STATEMENT } from "@/lib/gate/resolve-statement";

const NEXT_APP = path.resolve("bench/resolver/next-app");
const NEXT = path.resolve("node_modules/next/dist/bin/next");
const ANSWERS_AFTER_MS = 100;
/** They end with this process, however that ends. */
const EXIT_WITH_PARENT = pathToFileURL(path.resolve("bin/exit-with-parent.mjs")).href;
const EXEC_ARGV = ["--import", "tsx", "--import", EXIT_WITH_PARENT];

/** A server in a process of its own. */
export interface BenchServer {
  name: string;
  port: number;
  pid: number | undefined;
  stop(): Promise<void>;
}

function settingsOf(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    MINTDESK_PARENT: String(process.pid),
    DATABASE_URL: databaseUrl,
    BENCH_STATEMENT: RESOLVE_ONE_STATEMENT,
  };
}

export async function openBare(databaseUrl: string): Promise<BenchServer> {
  const child = fork(path.resolve("bench/resolver/serve-bare.ts"), [], {
    execArgv: EXEC_ARGV,
    env: settingsOf(databaseUrl),
  });
  const [port] = (await once(child, "message")) as [number];
  return asServer("node:http", port, child);
}

/** The gate as `npm run gate` starts it, with limits nobody reaches. */
export async function openGateServer(
  name: string,
  databaseUrl: string,
  masterSecret: string,
): Promise<BenchServer> {
  const port = await findFreePort();
  const most = "1000000000";
  const child = fork(path.resolve("lib/gate/main.ts"), [], {
    execArgv: [...STREAMING_FLAGS, ...EXEC_ARGV],
    env: {
      ...settingsOf(databaseUrl),
      MINTDESK_SECRET: masterSecret,
      GATE_PORT: String(port),
      GATE_ADDRESS_PER_MINUTE: most,
      GATE_MISSES_PER_MINUTE: most,
      GATE_MINI_PROGRAM_PER_MINUTE: most,
      LOG_LEVEL: "warn",
    },
  });
  await once(child, "message");
  return asServer(name, port, child);
}

/** A production build of one route handler, served by `next start`. */
export async function openNext(databaseUrl: string): Promise<BenchServer> {
  const env = settingsOf(databaseUrl);
  await promisify(execFile)(process.execPath, [NEXT, "build", NEXT_APP], { env });
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    ["--import", EXIT_WITH_PARENT, NEXT, "start", NEXT_APP, "-p", String(port)],
    {
      env,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    },
  );
  const url = `http://127.0.0.1:${port}/v1/mini-programs/none/scenes/none`;
  while ((await fetch(url).catch(() => null)) === null) await sleep(ANSWERS_AFTER_MS);
  const server = asServer("Next", port, child);
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(path.join(NEXT_APP, ".next"), { recursive: true, force: true });
    },
  };
}

function asServer(name: string, port: number, child: ChildProcess): BenchServer {
  return {
    name,
    port,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
