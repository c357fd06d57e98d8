import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { AnswerCache } from "@/lib/gate/answer-cache";
import type { GatePool } from "@/lib/gate/open-pool";

const CHANNEL = "mintdesk_gate";
const CONNECT_AGAIN_MS = 500;
/** A connection can be dead without a word; asked so often, that is noticed. */
const ASK_EVERY_MS = 5_000;

/** Empties the cache at every change the database tells of, over a connection of its own that comes back by itself. */
export async function listenForChanges(
  pool: GatePool,
  cache: AnswerCache,
): Promise<{ close(): Promise<void> }> {
  const { promise: tried, resolve: haveTried } = Promise.withResolvers<void>();
  const closing = new AbortController();
  const { signal } = closing;
  const running = run();
  await tried;
  return {
    async close() {
      closing.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const client = await pool.openClient().catch(() => null);
      if (client) await hear(client).catch(() => undefined);
      cache.stopHearing();
      haveTried();
      await client?.end().catch(() => undefined);
      await pause(CONNECT_AGAIN_MS);
    }
  }

  /** Until the connection is lost. */
  async function hear(client: pg.Client): Promise<void> {
    const lost = once(client, "end", { signal });
    lost.catch(() => undefined);
    client.on("notification", () => cache.forget());
    // Before anything else, so that not one answer of the new connection's time goes out after it is lost.
    void lost.then(
      () => cache.stopHearing(),
      () => undefined,
    );
    await client.query(`LISTEN ${CHANNEL}`);
    cache.startHearing();
    haveTried();
    while (!signal.aborted) {
      await Promise.race([pause(ASK_EVERY_MS), lost]);
      await client.query("SELECT 1");
    }
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}
