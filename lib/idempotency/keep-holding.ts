import type { Context } from "@/lib/core/context";
import { holdRequest } from "@/lib/idempotency/hold-request";
import { RENEWED_EVERY_MS } from "@/lib/idempotency/schema";
import { log } from "@/lib/log";

/** Holds a request until the function it gives is called. */
export function keepHolding(ctx: Context, id: string): () => void {
  const renew = () => {
    // Without the database nothing can be held; who does the work hears of that at its end.
    holdRequest(ctx, id).catch((error: unknown) =>
      log.warn({ err: error }, "a hold was not renewed"),
    );
  };
  const timer = setInterval(renew, RENEWED_EVERY_MS);
  return () => clearInterval(timer);
}
