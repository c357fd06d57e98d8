import pg from "pg";
import { isAboutRole, warnOfMissingRole } from "@/lib/db/take-role";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";

export const GATE_ROLE = "mintdesk_gate";

const CONNECTIONS = 8;
const CONNECT_MS = 2_000;
const STATEMENT_MS = 2_000;
/** Longer than the server's own limit: only for a server that does not answer at all. */
const SILENT_MS = 4_000;
const IDLE_MS = 60_000;

/** The gate's own connections, which may do next to nothing. */
export interface GatePool {
  query<Row extends object>(query: pg.QueryConfig): Promise<Row[]>;
  /** A connection beside the pool, with the same rights. */
  openClient(): Promise<pg.Client>;
  close(): Promise<void>;
}

/**
 * Works under the role `mintdesk_gate` on DATABASE_URL, or on GATE_DATABASE_URL as it stands. Where the role is
 * missing it says so and works without.
 */
export function openPool(env: Env): GatePool {
  return new RolePool(env);
}

class RolePool implements GatePool {
  readonly #shared: pg.PoolConfig;
  #options: pg.PoolConfig;
  #pool: pg.Pool;
  #isAway = false;

  constructor({ DATABASE_URL, GATE_DATABASE_URL }: Env) {
    this.#shared = {
      connectionString: GATE_DATABASE_URL ?? DATABASE_URL,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: SILENT_MS,
    };
    this.#options = GATE_DATABASE_URL === undefined ? serverOptions(GATE_ROLE) : {};
    this.#pool = this.#openPool();
  }

  async query<Row extends object>(query: pg.QueryConfig): Promise<Row[]> {
    const options = this.#options;
    try {
      const { rows } = await this.#pool.query<Row>(query);
      if (this.#isAway) this.#note(false);
      return rows;
    } catch (error) {
      if (this.#canDoWithoutRole(options, error)) return this.query<Row>(query);
      if (!this.#isAway) this.#note(true, error);
      throw error;
    }
  }

  async openClient(): Promise<pg.Client> {
    const options = this.#options;
    const client = new pg.Client({ ...this.#shared, ...options });
    // Lost while idle: whoever uses it notices by its end.
    client.on("error", () => undefined);
    try {
      await client.connect();
    } catch (error) {
      if (this.#canDoWithoutRole(options, error)) return this.openClient();
      throw error;
    }
    await this.#warnOfOtherRole(client);
    return client;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #openPool(): pg.Pool {
    const pool = new pg.Pool({
      ...this.#shared,
      ...this.#options,
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MS,
    });
    pool.on("error", () => undefined);
    return pool;
  }

  /** Whether it failed for the role alone, and it is worth trying again because that is given up. */
  #canDoWithoutRole(triedWith: pg.PoolConfig, error: unknown): boolean {
    if (!hasRole(triedWith) || !isRefusedAtStart(error)) return false;
    if (triedWith === this.#options) this.#giveUpRole(error);
    return true;
  }

  #giveUpRole(error: unknown): void {
    warnOfMissingRole(error, "gate", GATE_ROLE);
    void this.#pool.end();
    this.#options = serverOptions();
    this.#pool = this.#openPool();
  }

  // A connection pooler, or options in the address, may keep ours from the server.
  async #warnOfOtherRole(client: pg.Client): Promise<void> {
    if (!hasRole(this.#options)) return;
    const { rows } = await client.query<{ role: string }>("SELECT current_user AS role");
    if (rows[0]?.role === GATE_ROLE) return;
    log.warn(
      { role: rows[0]?.role },
      `the gate works with all rights of DATABASE_URL, because the server was not told to take the role ${GATE_ROLE}; ` +
        "take options and poolers out of DATABASE_URL, or set GATE_DATABASE_URL",
    );
  }

  // Told once when it goes and once when it is back, not with every question.
  #note(isAway: boolean, error?: unknown): void {
    this.#isAway = isAway;
    if (isAway) log.warn({ err: error }, "the gate cannot ask the database");
    else log.info("the gate can ask the database again");
  }
}

function serverOptions(role?: string): pg.PoolConfig {
  const taken = role === undefined ? "" : `-c role=${role} `;
  return { options: `${taken}-c statement_timeout=${STATEMENT_MS}` };
}

function hasRole({ options }: pg.PoolConfig): boolean {
  return options?.includes(GATE_ROLE) ?? false;
}

function isRefusedAtStart(error: unknown): boolean {
  return isAboutRole(error) && error.severity === "FATAL";
}
