import { totalmem } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inRoot, NODE } from "../bootstrap/paths.mjs";
import { PlainError } from "../bootstrap/plain-error.mjs";
import type { Part } from "../supervisor/part";
import { choosePlace, type Place } from "./choose-place";
import { choosePort } from "./choose-port";
import { createCluster, SUPERUSER } from "./create-cluster";
import { findBinaries } from "./find-binaries";
import { readPassword } from "./read-password";
import { serverEnv } from "./server-env";
import { stopStaleServer } from "./stop-stale-server";

const DATABASE = "mintdesk";
const MIB = 1024 * 1024;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: `${sharedBuffersMb()}MB`,
  max_wal_size: "1GB",
  random_page_cost: "1.1",
  log_line_prefix: "%m [%p] ",
  log_checkpoints: "off",
};

/** An eighth of the memory there is, of a container's own where it has a limit; taken only as it is used. */
function sharedBuffersMb(): number {
  const limit = process.constrainedMemory() || totalmem();
  return Math.round(Math.min(2_048, Math.max(128, Math.min(limit, totalmem()) / MIB / 8)));
}

/** Crash safety traded for speed; for databases that are thrown away. */
const THROWAWAY_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

export type Postgres = {
  /** The server as a part the supervisor can run. */
  part: Part;
  /** Address of the application's database, with the superuser's rights. */
  databaseUrl: string;
  /** Address of the server's own database `postgres`. */
  maintenanceUrl: string;
  /** Where the data lies. */
  cluster: string;
  /** Makes the application's database when it is not there; the server must be up. */
  createDatabase: () => Promise<void>;
};

/**
 * Makes everything ready to run an embedded PostgreSQL 17 on a data folder: programs, user, files, port, password.
 * Ends a server left over from a supervisor that was killed.
 */
export async function preparePostgres(
  dataDir: string,
  options: { throwaway: boolean } = { throwaway: false },
): Promise<Postgres> {
  const password = await readPassword(join(dataDir, "postgres-password"));
  const place = await choosePlace(dataDir, await findBinaries());
  await createCluster(place, password);
  await stopStaleServer(place);
  const port = await choosePort(join(dataDir, "postgres-port"));
  const url = (database: string) =>
    `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const settings = { ...SETTINGS, ...(options.throwaway ? THROWAWAY_SETTINGS : {}) };
  const order = {
    command: join(place.programs, "bin", "postgres"),
    args: ["-D", place.cluster, "-p", String(port), ...toFlags(settings)],
    env: serverEnv(),
    logPath: join(dataDir, "postgres.log"),
    user: place.user,
  };
  return {
    part: describePart(place, order, url("postgres")),
    databaseUrl: url(DATABASE),
    maintenanceUrl: url("postgres"),
    cluster: place.cluster,
    createDatabase: () => createDatabase(url("postgres")),
  };
}

function describePart(place: Place, order: object, maintenanceUrl: string): Part {
  return {
    name: "postgres",
    command: NODE,
    args: [inRoot("bin", "postgres", "guard.mjs"), JSON.stringify(order)],
    env: process.env,
    // Recovery after a crash reads the write-ahead log first.
    readyWithinMs: 180_000,
    graceMs: 30_000,
    // The guard ends the server properly; killing the group would cut it off.
    forceSignal: "SIGQUIT",
    beforeStart: async () => {
      await stopStaleServer(place);
    },
    isReady: () => answers(maintenanceUrl),
  };
}

function toFlags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") throw wrongPassword();
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongPassword(): PlainError {
  return new PlainError("The database refuses its own password.", {
    cause: "postgres-password in the data folder is not the one the database was made with.",
    fix: "restore that file together with the database files.",
  });
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
