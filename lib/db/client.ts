import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import type { Prisma } from "@/lib/db/generated/client";
import { takeRole, warnOfMissingRole } from "@/lib/db/take-role";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

export interface Connection {
  /** The pool under the client, for libraries that want plain `pg`. */
  pool: pg.Pool;
  db: Database;
  close(): Promise<void>;
}

/** A process that is stopped in the middle of a transaction must not hold what all others wait for. */
const STALLED_MS = 8_000;

/** A search reads from end to end what waits to be sorted into its index, so not much may wait. */
export const CONNECTION_OPTIONS = "-c gin_pending_list_limit=512kB";

const CONNECTIONS = 10;

/** Opens a pool and a client on it; all its connections work under the role, if one is given and can be had. */
export function connect(databaseUrl: string, role?: string): Connection {
  let isTold = false;
  const tellOnce = (error: unknown) => {
    if (!isTold && role !== undefined) warnOfMissingRole(error, "desk", role);
    isTold = true;
  };
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    idle_in_transaction_session_timeout: STALLED_MS,
    options: CONNECTION_OPTIONS,
    ...(role !== undefined && { onConnect: (client) => takeRole(client, role, tellOnce) }),
  });
  // An idle connection that dies with the server must not end the process; the next query reconnects.
  pool.on("error", () => undefined);
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    pool,
    db,
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}
