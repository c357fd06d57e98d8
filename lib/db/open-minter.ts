import { randomUUID } from "node:crypto";
import pg from "pg";
import { log } from "@/lib/log";

const BEAT_MS = 2_000;
/** The database waits longer (`minter_is_lost`), so this process stops trusting itself first. */
const TRUSTED_MS = 7_000;
/** A beat that takes longer is no beat. */
const PATIENCE_MS = 2_000;

/**
 * This process's row in `minters`. Others leave what it sends alone while its heart beats; when it does
 * not, by the database's clock, they settle it. It goes on under a new id then.
 */
export interface Minter {
  /** The id to send under now; beats first if the last time is too long ago. Opens the row at the first call. */
  ready(): Promise<string>;
  /** Whether a call may go out now for what was begun under this id: nobody else can have taken it up. */
  mayCall(id: string): boolean;
  /** No call goes out any more; what is under way ends. */
  stop(): void;
  readonly isStopping: boolean;
  /** The row is gone: what is still `sent` belongs to whoever finds it. */
  readonly isClosed: boolean;
  /** Takes the row away. */
  close(): Promise<void>;
}

export function openMinter(databaseUrl: string): Minter {
  return new BeatingMinter(databaseUrl);
}

class BeatingMinter implements Minter {
  readonly #pool: pg.Pool;
  #id: string | null = null;
  /** Before the last beat that arrived was sent; by a clock nobody sets. */
  #beatenAtMs = Number.NEGATIVE_INFINITY;
  #beating: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;
  #isClosed = false;

  constructor(databaseUrl: string) {
    // A connection of its own: a beat must not wait behind the work it vouches for.
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 1,
      allowExitOnIdle: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    this.#pool.on("error", () => undefined);
  }

  async ready(): Promise<string> {
    if (!this.#isFresh()) await this.#beat();
    if (this.#id === null || this.#isClosed) throw new Error("This process mints no more.");
    this.#timer ??= setInterval(() => this.#beatQuietly(), BEAT_MS).unref();
    return this.#id;
  }

  mayCall(id: string): boolean {
    return !this.#isStopping && id === this.#id && this.#isFresh();
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  stop(): void {
    this.#isStopping = true;
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#beating?.catch(() => undefined);
    try {
      if (this.#id !== null)
        await this.#pool.query("DELETE FROM minters WHERE id = $1", [this.#id]);
    } catch (error) {
      log.warn({ err: error }, "a minter's row stays behind");
    }
    await this.#pool.end();
  }

  #isFresh(): boolean {
    return performance.now() - this.#beatenAtMs < TRUSTED_MS;
  }

  #beatQuietly(): void {
    this.#beat().catch((error: unknown) => log.warn({ err: error }, "a heartbeat did not arrive"));
  }

  #beat(): Promise<void> {
    this.#beating ??= this.#beatOnce().finally(() => {
      this.#beating = null;
    });
    return this.#beating;
  }

  async #beatOnce(): Promise<void> {
    const sentAtMs = performance.now();
    if (this.#id === null || !(await this.#goOn(this.#id))) {
      const id = randomUUID();
      await this.#pool.query("INSERT INTO minters (id, seen_at) VALUES ($1, clock_timestamp())", [
        id,
      ]);
      this.#id = id;
    }
    this.#beatenAtMs = sentAtMs;
  }

  /** False when others have given this id up, or may have. */
  async #goOn(id: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      "UPDATE minters SET seen_at = clock_timestamp() WHERE id = $1 AND NOT minter_is_lost(seen_at)",
      [id],
    );
    return rowCount === 1;
  }
}
