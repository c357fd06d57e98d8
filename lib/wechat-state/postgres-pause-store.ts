import type { Database } from "@/lib/db/client";
import type { Pause, PauseStore } from "@/lib/wechat/pause-store";

interface StandingRow {
  refused_tokens: number;
  pauses: { scope: string; reason: string; until: string | null; errcode: number }[];
}

/** Pauses and runs of refused tokens in the database, so that every process obeys them. */
export function createPostgresPauseStore(db: Database): PauseStore {
  return {
    async read(key) {
      // One round trip: this is asked before every call.
      const [row] = await db.$queryRaw<StandingRow[]>`
        SELECT
          coalesce((SELECT count FROM wechat_token_refusals WHERE key = ${key}), 0) AS refused_tokens,
          coalesce((
            SELECT json_agg(json_build_object(
              'scope', scope, 'reason', reason, 'until', until, 'errcode', errcode))
            FROM wechat_pauses WHERE key = ${key}
          ), '[]') AS pauses`;
      const { refused_tokens: refusedTokens, pauses } = row ?? { refused_tokens: 0, pauses: [] };
      return {
        refusedTokens,
        pauses: pauses.map(({ until, ...pause }) => ({
          ...(pause as Pick<Pause, "scope" | "reason" | "errcode">),
          until: until === null ? null : new Date(until),
        })),
      };
    },
    async pause(key, { scope, reason, until, errcode }) {
      // Of two pauses the one that ends later stays; `since` tells when calls were first held back.
      await db.$executeRaw`
        INSERT INTO wechat_pauses AS old (key, scope, reason, until, errcode)
        VALUES (${key}, ${scope}, ${reason}, ${until}, ${errcode})
        ON CONFLICT (key, scope, reason) DO UPDATE
        SET until = CASE
              WHEN old.until IS NULL OR EXCLUDED.until IS NULL THEN NULL
              ELSE greatest(old.until, EXCLUDED.until)
            END,
            errcode = EXCLUDED.errcode,
            since = CASE WHEN old.until < now() THEN now() ELSE old.since END`;
    },
    async countRefusedToken(key) {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        INSERT INTO wechat_token_refusals AS run (key, count) VALUES (${key}, 1)
        ON CONFLICT (key) DO UPDATE SET count = run.count + 1
        RETURNING count`;
      return row?.count ?? 1;
    },
    async forgetRefusedTokens(key) {
      await db.wechatTokenRefusal.deleteMany({ where: { key } });
    },
    async lift(key) {
      await db.$transaction([
        db.wechatPause.deleteMany({ where: { key } }),
        db.wechatTokenRefusal.deleteMany({ where: { key } }),
      ]);
    },
  };
}
