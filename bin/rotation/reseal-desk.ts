import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { appendEntry } from "@/lib/audit/append-entry";
import { resealColumns } from "@/lib/db/reseal-columns";
import { withTransaction } from "@/lib/db/transaction";
import type { Env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { PlainError } from "../bootstrap/plain-error.mjs";

/** A connection that was closed is seen by the server for a moment more. */
const ENDING_MS = 2_000;
const LOOK_AGAIN_MS = 100;

/**
 * Seals everything in the database anew under `env`'s secret, all of it or nothing, and writes that into the log.
 * Refuses while others work on the database: they would go on sealing under the old one.
 */
export async function resealDesk(env: Env, oldSecret: string): Promise<number> {
  await requireAlone(env.DATABASE_URL);
  const runtime = openRuntime(env);
  try {
    return await withTransaction(jobContext(runtime, "rotate-secret"), async (tctx) => {
      const resealedCount = await resealColumns(tctx.tx, oldSecret, env.MINTDESK_SECRET);
      await appendEntry(tctx, {
        action: "desk.secret_rotated",
        target: { kind: "desk", id: null, label: "" },
        details: { resealedCount },
      });
      return resealedCount;
    });
  } finally {
    await runtime.close();
  }
}

async function requireAlone(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const untilMs = performance.now() + ENDING_MS;
    let others = await countOthers(client);
    while (others > 0 && performance.now() < untilMs) {
      await sleep(LOOK_AGAIN_MS);
      others = await countOthers(client);
    }
    if (others === 0) return;
    throw new PlainError("The secret cannot be changed while the desk runs.", {
      cause: `${others} other connections to its database are open.`,
      fix: "stop web, worker and gate wherever they run, and close other programs on the database, then run this again.",
    });
  } finally {
    await client.end();
  }
}

async function countOthers(client: Client): Promise<number> {
  // A process of the server itself has no user.
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,
  );
  return rows[0]?.count ?? 0;
}
