import { LRUCache } from "lru-cache";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";

const A_MINUTE_MS = 60_000;
/** Of more the ones not seen for longest are forgotten: they are logged once more. */
const KEPT_MAX = 10_000;

const recent = new LRUCache<string, number>({ max: KEPT_MAX });

/**
 * Writes down that somebody signed in was refused what they tried, once a minute for each permission: a flood of tries
 * is one line, and takes the chain's lock once. The refusal stands whether or not this can be written.
 */
export async function recordDenial(ctx: Context, permission: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "user") return;
  const key = `${actor.id} ${permission}`;
  const nowMs = ctx.now().getTime();
  const lastMs = recent.get(key);
  if (lastMs !== undefined && nowMs - lastMs < A_MINUTE_MS) return;
  recent.set(key, nowMs);
  try {
    await withTransaction(ctx, (tctx) =>
      appendEntry(tctx, {
        action: "access.denied",
        target: { kind: "desk", id: null, label: permission },
        details: { permission },
      }),
    );
  } catch (error) {
    recent.delete(key);
    log.error({ err: error, requestId: ctx.requestId, permission }, "a denied act was not logged");
  }
}
