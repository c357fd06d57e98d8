import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { preparePostgres } from "@/bin/postgres/prepare-postgres";

/** A PostgreSQL of its own, which can die. */
export interface PostgresServer {
  /** The superuser's address of the database `postgres`. */
  url: string;
  start(): Promise<void>;
  /** As `pg_ctl stop -m immediate`: the next start recovers from the log. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Many processes at once need many connections. What is committed outlives a crash of the server;
 * no test cuts the power of the machine under it.
 */
const FLAGS = ["-c", "max_connections=400", "-c", "fsync=off", "-c", "full_page_writes=off"];

export async function openPostgresServer(): Promise<PostgresServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "mintdesk-faults-"));
  // The server of root is another user, who has to pass through.
  await chmod(dataDir, 0o711);
  const { part, maintenanceUrl } = await preparePostgres(dataDir);
  const [guard = "", json = ""] = part.args;
  const order = JSON.parse(json) as { args: string[] };
  const args = [guard, JSON.stringify({ ...order, args: [...order.args, ...FLAGS] })];
  let running: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    if (!running) return;
    const exited = once(running, "exit");
    running.kill(signal);
    await exited;
    running = null;
  };
  const server: PostgresServer = {
    url: maintenanceUrl,
    async start() {
      await part.beforeStart?.();
      running = spawn(part.command, args, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
      const shown = { pid: 0, ageMs: () => 0, said: () => false };
      while (!(await part.isReady(shown))) await sleep(50);
    },
    crash: () => end("SIGQUIT"),
    async close() {
      await end("SIGQUIT");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
