/** A database, a sandbox process and worker processes of their own, for one measurement. */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createBenchDatabase } from "@/bench/bench-database";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import type { Context } from "@/lib/core/context";
import { parseEnv } from "@/lib/env";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";

const APP_SECRET = "0123456789abcdef0123456789abcdef";
const ANSWERS_AFTER_MS = 50;

export interface BenchMiniProgram {
  id: string;
  appid: string;
  secret: string;
}

export interface BenchDesk {
  runtime: Runtime;
  sandboxUrl: string;
  /** A mini program that both sides know. */
  addMiniProgram(): Promise<BenchMiniProgram>;
  /** A batch of so many rows, running as soon as there is a worker. */
  addBatch(miniProgramId: string, rowCount: number): Promise<void>;
  /** What is queued is thrown away. */
  endBatches(): Promise<void>;
  startWorkers(count: number): Promise<ChildProcess[]>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(serverUrl: string): Promise<BenchDesk> {
  const database = await createBenchDatabase(serverUrl);
  const dataDir = await mkdtemp(path.join(tmpdir(), "mint-throughput-"));
  const port = await freePort();
  const sandbox = start("lib/sandbox/main.ts", ["--port", String(port)], {});
  const settings = {
    DATABASE_URL: database.url,
    MINTDESK_SECRET: randomBytes(32).toString("base64"),
    MINTDESK_DATA_DIR: dataDir,
    SANDBOX_PORT: String(port),
    LOG_LEVEL: "fatal",
  };
  const runtime = openRuntime(parseEnv(settings));
  const { sandboxUrl } = runtime.env;
  const admin = await somebody(runtime);
  const workers: ChildProcess[] = [];
  const stopWorkers = async () => {
    await Promise.all(workers.splice(0).map(stop));
  };
  await answers(`${sandboxUrl}/__sandbox/health`);
  return {
    runtime,
    sandboxUrl,
    addMiniProgram: () => addMiniProgram(admin, sandboxUrl),
    async addBatch(miniProgramId, rowCount) {
      await insertBatch(admin, miniProgramId, rowCount);
    },
    async endBatches() {
      const ended = { status: "cancelled", finishedAt: new Date() } as const;
      await runtime.db.batch.updateMany({ where: { status: "running" }, data: ended });
      const refused = { status: "refused", failureWhy: "not_sent:cancelled" } as const;
      await runtime.db.code.updateMany({ where: { status: "queued" }, data: refused });
    },
    async startWorkers(count) {
      for (let started = 0; started < count; started += 1) {
        const worker = start("lib/worker/main.ts", [], settings);
        workers.push(worker);
        await once(worker, "message");
      }
      return [...workers];
    },
    stopWorkers,
    async close() {
      await stopWorkers();
      await stop(sandbox);
      await runtime.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A control call of the sandbox. */
export async function tell(url: string, method: string, body?: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}

async function addMiniProgram(admin: Context, sandboxUrl: string): Promise<BenchMiniProgram> {
  const appid = `wx${randomBytes(8).toString("hex")}`;
  const account = { appid, secret: APP_SECRET, publishedPages: ["pages/index/index"] };
  await tell(`${sandboxUrl}/__sandbox/accounts`, "POST", account);
  const input = {
    name: appid,
    wechatAppId: appid,
    appSecret: APP_SECRET,
    defaultPage: "",
    defaultWidth: 430,
    defaultLineColor: "#000000",
  };
  const { id } = await registerMiniProgram(admin, input, { isSandbox: true });
  return { id, appid, secret: APP_SECRET };
}

function start(file: string, args: string[], settings: Record<string, string>): ChildProcess {
  return fork(path.resolve(file), args, {
    execArgv: ["--import", "tsx"],
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function somebody(runtime: Runtime): Promise<Context> {
  const name = "林悦";
  const role = "admin";
  const { id } = await runtime.db.user.create({
    data: { email: "bench@example.com", name, role, passwordHash: "unusable" },
  });
  const actor = { kind: "user", id, name, role } as const;
  return { actor, runtime, now: () => new Date(), requestId: randomUUID(), address: null };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await sleep(ANSWERS_AFTER_MS);
  }
  throw new Error(`Nothing answers at ${url}.`);
}
