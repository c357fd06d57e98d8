import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { createSandbox } from "@/lib/sandbox/server";
import type { Sandbox } from "@/lib/sandbox/server";
import type { FaultOrder } from "@/lib/testing/faults/failpoints";
import { watchSandbox } from "@/lib/testing/faults/history";
import type { History } from "@/lib/testing/faults/history";
import { openRuntimeOn } from "@/lib/testing/faults/open-runtime";
import { openPostgresServer } from "@/lib/testing/faults/postgres-server";
import type { PostgresServer } from "@/lib/testing/faults/postgres-server";
import { openWire } from "@/lib/testing/faults/wire";
import type { Wire } from "@/lib/testing/faults/wire";
import { startProcess } from "@/lib/testing/faults/worker-process";
import type { DeskProcess } from "@/lib/testing/faults/worker-process";
import { cloneDatabase, databaseUrl, runOnServer } from "@/lib/testing/template-database";
import type { TestDatabase } from "@/lib/testing/template-database";
import { asPerson } from "@/lib/testing/test-runtime";
import { migrate } from "@/prisma/migrate";

/** A desk with a database, a store, a sandbox and a line to it, and as many processes as one wants. */
export interface Arena {
  sandbox: Sandbox;
  wire: Wire;
  history: History;
  runtime: Runtime;
  admin: Context;
  operator: Context;
  dataDir: string;
  logFile: string;
  processes: readonly DeskProcess[];
  /** Its own server, if it has one. */
  postgres: PostgresServer | null;
  /** Starts a worker and waits until it works. */
  startWorker(order?: FaultOrder): Promise<DeskProcess>;
  /** Starts another program of the product, or of the tests, and waits for its first message. */
  start(program: string, args: string[], order?: FaultOrder): Promise<DeskProcess>;
  close(): Promise<void>;
}

export interface ArenaOptions {
  /** Where the sources of its processes lie; here when absent. */
  root?: string | undefined;
  timeoutMs?: number;
  /** A server that nobody else uses, in place of a clone of the template. */
  ownPostgres?: boolean;
  /** Instead of a new folder. */
  dataDir?: string;
  env?: Record<string, string>;
}

export async function openArena(options: ArenaOptions = {}): Promise<Arena> {
  const { root = process.cwd(), timeoutMs = 1_500 } = options;
  const postgres = options.ownPostgres ? await openPostgresServer() : null;
  const database = postgres ? await migratedDatabase(postgres) : await cloneDatabase();
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "mintdesk-arena-")));
  const sandbox = await createSandbox();
  const wire = await openWire(sandbox.port);
  const history = watchSandbox(sandbox);
  const { runtime, env } = openRuntimeOn({
    DATABASE_URL: database.url,
    MINTDESK_DATA_DIR: dataDir,
    SANDBOX_PORT: String(wire.port),
    WECHAT_TIMEOUT_MS: String(timeoutMs),
    ...options.env,
  });
  const logFile = path.join(dataDir, `processes-${randomUUID().slice(0, 6)}.log`);
  const processes: DeskProcess[] = [];
  const start = async (program: string, args: string[], order?: FaultOrder) => {
    const child = startProcess({ root, program, args, env, logFile, order });
    processes.push(child);
    await child.message();
    return child;
  };
  return {
    sandbox,
    wire,
    history,
    runtime,
    admin: await asPerson(runtime, "admin"),
    operator: await asPerson(runtime, "operator"),
    dataDir,
    logFile,
    processes,
    postgres,
    startWorker: (order) => start("lib/worker/main.ts", [], order),
    start,
    async close() {
      for (const child of processes) child.signal("SIGKILL");
      await Promise.all(processes.map(({ ended }) => ended));
      history.close();
      await runtime.close();
      await wire.close();
      await sandbox.close();
      await database.drop();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function migratedDatabase(server: PostgresServer): Promise<TestDatabase> {
  const url = databaseUrl(server.url, "desk");
  await runOnServer(server.url, "CREATE DATABASE desk");
  await migrate(url, () => undefined);
  return { url, drop: () => server.close() };
}
