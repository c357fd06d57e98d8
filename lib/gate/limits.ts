import type { Env } from "@/lib/env";
import { openLimiter } from "@/lib/gate/bounded-limiter";
import type { BoundedLimiter } from "@/lib/gate/bounded-limiter";

/** Who may ask how often, per minute and process. */
export interface Limits {
  addresses: BoundedLimiter;
  /** What an address asked for and nobody knows. */
  misses: BoundedLimiter;
  miniPrograms: BoundedLimiter;
}

export function openLimits(env: Env): Limits {
  return {
    addresses: openLimiter(env.GATE_ADDRESS_PER_MINUTE),
    misses: openLimiter(env.GATE_MISSES_PER_MINUTE),
    miniPrograms: openLimiter(env.GATE_MINI_PROGRAM_PER_MINUTE),
  };
}
