import type { GatePool } from "@/lib/gate/open-pool";
import type { Target } from "@/lib/gate/read-target";
import { RESOLVE_STATEMENT } from "@/lib/gate/resolve-statement";
import type { ResolvedRow } from "@/lib/gate/resolve-statement";

/** Fewer than there are connections: scans are written down beside it. */
const STATEMENTS_AT_ONCE = 6;
const QUESTIONS_AT_ONCE = 50;
/** Beyond it a question is refused at once rather than kept waiting. */
const WAITING_MAX = 2_000;

interface Waiting {
  target: Target;
  resolve(row: ResolvedRow | undefined): void;
  reject(error: unknown): void;
}

/**
 * Asks the database one statement at a time on each of a few connections. A question goes out at once when one of
 * them is free; those that had to wait go out together, so that a rush costs the database less, not more.
 */
export class LookUps {
  readonly #pool: GatePool;
  readonly #waiting: Waiting[] = [];
  #underWayCount = 0;

  constructor(pool: GatePool) {
    this.#pool = pool;
  }

  /** The row of what is asked; undefined when nobody knows it. */
  find(target: Target): Promise<ResolvedRow | undefined> {
    if (this.#waiting.length >= WAITING_MAX) {
      return Promise.reject(new Error("Too many questions wait."));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ target, resolve, reject });
      if (this.#underWayCount < STATEMENTS_AT_ONCE) void this.#askWhileSomeWait();
    });
  }

  async #askWhileSomeWait(): Promise<void> {
    this.#underWayCount += 1;
    while (this.#waiting.length > 0) await this.#ask(this.#waiting.splice(0, QUESTIONS_AT_ONCE));
    this.#underWayCount -= 1;
  }

  async #ask(asked: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.#pool.query<ResolvedRow>({
        name: "resolve",
        text: RESOLVE_STATEMENT,
        values: [asked.map(({ target }) => target.appId), asked.map(({ target }) => target.scene)],
      });
      const found = new Map(rows.map((row) => [row.place, row]));
      for (const [at, { resolve }] of asked.entries()) resolve(found.get(at + 1));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
