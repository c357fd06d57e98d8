import type { Reply } from "@/lib/gate/answer";
import type { GatePool } from "@/lib/gate/open-pool";

const KEPT_MS = 1_000;

/** Whether the gate can answer; no versions, no addresses. However often it is asked, the database is not. */
export function openHealth(pool: GatePool): () => Promise<Reply> {
  let asked: { atMs: number; reply: Promise<Reply> } | null = null;
  return () => {
    const nowMs = performance.now();
    if (asked === null || nowMs - asked.atMs > KEPT_MS) asked = { atMs: nowMs, reply: check(pool) };
    return asked.reply;
  };
}

async function check(pool: GatePool): Promise<Reply> {
  const database = await pool.query({ text: "SELECT 1" }).then(
    () => "ok",
    () => "failing",
  );
  const status = database === "ok" ? 200 : 503;
  return { status, body: JSON.stringify({ status: database, checks: { database } }) };
}
