import { setTimeout as sleep } from "node:timers/promises";
import { insertHeard } from "@/lib/gate/insert-heard";
import type { HeardScan } from "@/lib/gate/insert-heard";
import type { GatePool } from "@/lib/gate/open-pool";
import { log } from "@/lib/log";

const EVERY_MS = 1_000;
const AT_ONCE = 1_000;
const KEPT_MAX = 100_000;
const LAST_TRIES_MS = 5_000;
const TRY_AGAIN_MS = 250;

/** Scans that were answered and are not written down yet: for a second, or until the database is back. */
export class HeardScans {
  readonly #pool: GatePool;
  readonly #keptMax: number;
  readonly #timer: NodeJS.Timeout;
  #waiting: HeardScan[] = [];
  #droppedCount = 0;
  #flushing: Promise<boolean> | null = null;

  constructor(pool: GatePool, keptMax = KEPT_MAX) {
    this.#pool = pool;
    this.#keptMax = keptMax;
    this.#timer = setInterval(() => void this.flush(), EVERY_MS);
  }

  get waitingCount(): number {
    return this.#waiting.length;
  }

  add(scan: HeardScan): void {
    this.#waiting.push(scan);
    // Only when there are so many for the first time: while the database is away the timer tries often enough.
    if (this.#waiting.length === AT_ONCE) void this.flush();
    this.#dropOldest();
  }

  /** Writes down what waits; false when the database did not take it. */
  flush(): Promise<boolean> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  /** Writes down the last ones, and says how many are lost when the database stays away. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const untilMs = performance.now() + LAST_TRIES_MS;
    await this.flush();
    while (!(await this.flush()) && performance.now() < untilMs) await sleep(TRY_AGAIN_MS);
    const lostCount = this.#waiting.length;
    if (lostCount > 0) log.error({ lostCount }, "scans are lost: the database is away at the end");
  }

  async #flush(): Promise<boolean> {
    this.#tellDropped();
    while (this.#waiting.length > 0) {
      const part = this.#waiting.splice(0, AT_ONCE);
      try {
        await insertHeard(this.#pool, part);
      } catch {
        this.#waiting.unshift(...part);
        this.#dropOldest();
        return false;
      }
    }
    return true;
  }

  #dropOldest(): void {
    const tooMany = this.#waiting.length - this.#keptMax;
    if (tooMany <= 0) return;
    // Some more than needed, so that a full buffer is not moved for every scan.
    const dropped = this.#waiting.splice(0, tooMany + Math.floor(this.#keptMax / 100));
    this.#droppedCount += dropped.length;
  }

  #tellDropped(): void {
    const droppedCount = this.#droppedCount;
    if (droppedCount === 0) return;
    this.#droppedCount = 0;
    log.error({ droppedCount }, "the oldest scans are lost: the database was away for too long");
  }
}
