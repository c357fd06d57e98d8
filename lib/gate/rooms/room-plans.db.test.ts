import { afterAll, beforeAll, expect, it } from "vitest";
import type { RoomSlice } from "@/lib/rooms/schema";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";

const ENTRIES = 100_000;
/** Of 8 KB; the whole log has some ten times as many. */
const BLOCKS_MAX = 400;
/** 10,001 entries are counted, each perhaps in a block of its own: an index alone will do only once vacuum has been. */
const COUNTED_BLOCKS_MAX = 2_500;

let desk: LogRoomDesk;
let common: string;
let rare: string;
beforeAll(async () => {
  desk = await openLogRoomDesk();
  common = await desk.addCampaign("春节");
  rare = await desk.addCampaign("稀有");
  const { pool } = desk.runtime;
  const actions = ["campaign.created", "code.minted", "batch.planned", "user.signed_in"];
  await pool.query(
    `INSERT INTO audit_entries (seq, at, actor_kind, actor_name, action, target_kind, target_label, changes, details,
       request_id, campaign_id, salt, content_hash, prev_hash, hash)
     SELECT n, '2026-01-01T00:00:00Z'::timestamptz + n * interval '20 seconds', 'user', '林悦', ($3::text[])[1 + n % 4],
       'campaign', '长', '{}', '{}', n::text, CASE WHEN n % 10000 = 0 THEN $2::uuid WHEN n % 3 = 0 THEN $1::uuid END,
       repeat('0', 64), repeat('0', 64), repeat('0', 64), repeat('0', 64)
     FROM generate_series(1, ${ENTRIES}) AS n`,
    [common, rare, actions],
  );
  await pool.query(`UPDATE audit_head SET seq = ${ENTRIES}`);
  await pool.query(
    `INSERT INTO audit_checkpoints (seq, head_hash, at, key_id, signature)
     SELECT n * 1000, repeat('0', 64), now(), '0123456789abcdef', '' FROM generate_series(1, 100) AS n`,
  );
  await pool.query("VACUUM ANALYZE audit_entries");
});
afterAll(() => desk.close());

interface Plan {
  Plan: Record<"Shared Hit Blocks" | "Shared Read Blocks", number>;
}

/** Asked twice on one connection: a new one reads half the system catalogs first. */
async function blocksOf(sql: string, values: unknown[]): Promise<number> {
  const client = await desk.runtime.pool.connect();
  try {
    await client.query(sql, values);
    const { rows } = await client.query<{ "QUERY PLAN": Plan[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT json) ${sql}`,
      values,
    );
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
    return (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0);
  } finally {
    client.release();
  }
}

const OLD_DAY = { from: "2026-01-03T00:00:00Z", until: "2026-01-04T00:00:00Z" };

it.each<[string, () => Partial<RoomSlice>]>([
  ["everything", () => ({})],
  ["a campaign with a third of all entries", () => ({ campaignIds: [common] })],
  ["a campaign with next to none", () => ({ campaignIds: [rare] })],
  ["one kind of action", () => ({ actionKinds: ["people"] })],
  ["a day long ago", () => OLD_DAY],
  ["a campaign on a day long ago", () => ({ ...OLD_DAY, campaignIds: [common] })],
])("a page of %s reads little of a long log", async (_name, slice) => {
  const { roomId } = await desk.openRoom({ slice: slice() });
  const where = { id: roomId };
  const { tokenHash } = await desk.runtime.db.logRoom.findUniqueOrThrow({ where });
  const { rows } = await desk.runtime.pool.query<{ seq: string }>(
    "SELECT seq FROM open_log_room_entries($1, NULL, NULL, 50)",
    [tokenHash],
  );
  expect(rows.length).toBeGreaterThan(5);
  const seqs = rows.map(({ seq }) => seq);
  const asked: [string, unknown[]][] = [
    ["SELECT * FROM open_log_room_entries($1, NULL, NULL, 51)", [tokenHash]],
    ["SELECT * FROM open_log_room_entries($1, NULL, $2, 51)", [tokenHash, seqs.at(-1)]],
    ["SELECT * FROM open_log_room_runs($1, $2)", [tokenHash, seqs]],
    ["SELECT * FROM open_log_room_hashes($1, $2)", [tokenHash, seqs]],
  ];
  for (const [sql, values] of asked)
    expect(await blocksOf(sql, values), sql).toBeLessThan(BLOCKS_MAX);
  const counted = await blocksOf("SELECT open_log_room_size($1, 10001)", [tokenHash]);
  expect(counted).toBeLessThan(COUNTED_BLOCKS_MAX);
});
