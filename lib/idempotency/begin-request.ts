import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { ownUserId } from "@/lib/idempotency/own-user-id";
import { BeginRequestInput, HELD_MS } from "@/lib/idempotency/schema";
import type { BegunRequest } from "@/lib/idempotency/schema";

const Headers = z.record(z.string(), z.string());

/**
 * Takes a request on, or tells how it stands: answered, being done, or another one under the same key. One that was
 * begun and is held by nobody any more is taken over under its first id. Throws ZodError for a key that cannot be one.
 */
export async function beginRequest(ctx: Context, input: BeginRequestInput): Promise<BegunRequest> {
  const userId = ownUserId(ctx);
  const { key, requestHash } = BeginRequestInput.parse(input);
  const { db } = ctx.runtime;
  for (;;) {
    // Twins that wait only read; the insert locks the row.
    const kept = await db.idempotentRequest.findUnique({ where: { userId_key: { userId, key } } });
    if (kept && kept.requestHash !== requestHash) return { state: "other_request" };
    if (kept && kept.status !== null) {
      const headers = Headers.parse(kept.headers);
      const body = kept.body ?? new Uint8Array();
      return { state: "answered", answer: { status: kept.status, headers, body } };
    }
    const [begun] = await db.$queryRaw<{ id: string }[]>`
      INSERT INTO idempotent_requests AS old (id, user_id, key, request_hash, held_until, created_at)
      VALUES (${uuidv7()}::uuid, ${userId}::uuid, ${key}, ${requestHash},
        clock_timestamp() + ${HELD_MS} * interval '1 millisecond', clock_timestamp())
      ON CONFLICT (user_id, key) DO UPDATE SET held_until = excluded.held_until
        WHERE old.status IS NULL AND old.request_hash = excluded.request_hash
          AND old.held_until < clock_timestamp()
      RETURNING id`;
    if (begun) return { state: "begun", id: begun.id };
    if (kept) return { state: "under_way" };
  }
}
