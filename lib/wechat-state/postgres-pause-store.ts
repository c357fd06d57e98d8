import type { Database } from "@/lib/db/client";
import type { Pause, PauseState, PauseStore } from "@/lib/wechat/pause-store";

/** 80 calls a second need not ask 80 times; what another process has learnt counts this much later. */
const REMEMBERED_MS = 200;

export interface RememberingPauses extends PauseStore {
  /** The next reader asks the database. */
  forget(key: string): void;
}

interface StandingRow {
  refused_tokens: number;
  pauses: { scope: string; reason: string; left_ms: number | null; errcode: number }[];
}

/**
 * Pauses and runs of refused tokens in the database, so that every process obeys them. An end is kept by the
 * database's clock: a process whose own clock is wrong neither ends a pause for the others nor makes it endless.
 */
export function createPostgresPauseStore(db: Database): RememberingPauses {
  const recent = new Map<string, { state: PauseState; atMs: number }>();
  return {
    async read(key) {
      const last = recent.get(key);
      if (last && performance.now() - last.atMs < REMEMBERED_MS) return last.state;
      const atMs = performance.now();
      const state = await readStanding(db, key);
      recent.set(key, { state, atMs });
      return state;
    },
    forget(key) {
      recent.delete(key);
    },
    async pause(key, { scope, reason, until, errcode }) {
      const leftMs = until && until.getTime() - Date.now();
      // Of two pauses the one that ends later stays; `since` tells when calls were first held back.
      await db.$executeRaw`
        INSERT INTO wechat_pauses AS old (key, scope, reason, until, errcode)
        VALUES (${key}, ${scope}, ${reason},
          date_trunc('second', clock_timestamp() + make_interval(secs => ${leftMs}::float / 1000 + 0.5)),
          ${errcode})
        ON CONFLICT (key, scope, reason) DO UPDATE
        SET until = CASE
              WHEN old.until IS NULL OR EXCLUDED.until IS NULL THEN NULL
              ELSE greatest(old.until, EXCLUDED.until)
            END,
            errcode = EXCLUDED.errcode,
            since = CASE WHEN old.until < now() THEN now() ELSE old.since END`;
      recent.delete(key);
    },
    async countRefusedToken(key) {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        INSERT INTO wechat_token_refusals AS run (key, count) VALUES (${key}, 1)
        ON CONFLICT (key) DO UPDATE SET count = run.count + 1
        RETURNING count`;
      recent.delete(key);
      return row?.count ?? 1;
    },
    async forgetRefusedTokens(key) {
      await db.wechatTokenRefusal.deleteMany({ where: { key } });
      recent.delete(key);
    },
    async lift(key) {
      await db.$transaction([
        db.wechatPause.deleteMany({ where: { key } }),
        db.wechatTokenRefusal.deleteMany({ where: { key } }),
      ]);
      recent.delete(key);
    },
  };
}

/** In one round trip, for it is asked before every call. */
async function readStanding(db: Database, key: string): Promise<PauseState> {
  const [row] = await db.$queryRaw<StandingRow[]>`
    SELECT
      coalesce((SELECT count FROM wechat_token_refusals WHERE key = ${key}), 0) AS refused_tokens,
      coalesce((
        SELECT json_agg(json_build_object(
          'scope', scope, 'reason', reason, 'errcode', errcode,
          'left_ms', extract(epoch FROM until - clock_timestamp()) * 1000))
        FROM wechat_pauses WHERE key = ${key}
      ), '[]') AS pauses`;
  const { refused_tokens: refusedTokens, pauses } = row ?? { refused_tokens: 0, pauses: [] };
  return {
    refusedTokens,
    pauses: pauses.map(({ left_ms: leftMs, ...pause }) => ({
      ...(pause as Pick<Pause, "scope" | "reason" | "errcode">),
      until: leftMs === null ? null : wholeSecond(Date.now() + leftMs),
    })),
  };
}

/** Pauses end with a second; the moments that pass on the way from clock to clock do not count. */
function wholeSecond(ms: number): Date {
  return new Date(Math.round(ms / 1_000) * 1_000);
}
