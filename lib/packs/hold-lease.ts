import type { Context } from "@/lib/core/context";
import { log } from "@/lib/log";
import { LEASE_SECONDS } from "@/lib/packs/claim-run";

const RENEW_EVERY_MS = 3_000;

/** Says again and again that a run is alive. `signal` is aborted once the pack is no longer its to make. */
export function holdLease(
  ctx: Context,
  packId: string,
  runToken: string,
): { signal: AbortSignal; release(): Promise<void> } {
  const stale = new AbortController();
  let renewing = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renew();
  }, RENEW_EVERY_MS);
  return {
    signal: stale.signal,
    async release() {
      clearInterval(timer);
      await renewing;
    },
  };

  async function renew(): Promise<void> {
    try {
      const renewedCount = await ctx.runtime.db.$executeRaw`
        UPDATE packs SET claimed_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
        WHERE id = ${packId}::uuid AND run_token = ${runToken}::uuid AND status = 'preparing'`;
      if (renewedCount === 0) stale.abort();
    } catch (error) {
      log.warn({ err: error, packId }, "the lease of a pack could not be renewed");
    }
  }
}
