import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "@/lib/gate/open-pool";
import type { GatePool } from "@/lib/gate/open-pool";
import { hashLinkToken } from "@/lib/packs/link-token";
import { revokeRoom } from "@/lib/rooms/revoke-room";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";

let desk: LogRoomDesk;
let pool: GatePool;
let inside: string;
let outside: string;
let campaignId: string;
beforeAll(async () => {
  desk = await openLogRoomDesk();
  pool = openPool(desk.runtime.env);
  campaignId = await desk.addCampaign("春节");
  inside = await desk.addEntry(campaignId);
  outside = await desk.addEntry(await desk.addCampaign("中秋"));
  await desk.seal();
});
afterAll(async () => {
  await pool.close();
  await desk.close();
});

async function openHash() {
  const { roomId, path } = await desk.openRoom({ slice: { campaignIds: [campaignId] } });
  return { roomId, hash: hashLinkToken(path.split("/").at(-1) ?? "") };
}

const CALLS: Record<string, string> = {
  open_log_room: "SELECT id::text AS it FROM open_log_room($1)",
  open_log_room_entries: "SELECT seq::text AS it FROM open_log_room_entries($1, NULL, NULL, 100)",
  open_log_room_size:
    "SELECT size::text AS it FROM open_log_room_size($1, 100) AS size WHERE size > 0",
  open_log_room_runs: "SELECT first_seq::text AS it FROM open_log_room_runs($1, $2)",
  open_log_room_checkpoints: "SELECT seq::text AS it FROM open_log_room_checkpoints($1, $2)",
  open_log_room_hashes: "SELECT seq::text AS it FROM open_log_room_hashes($1, $2)",
  open_log_room_newest: "SELECT seq::text AS it FROM open_log_room_newest($1)",
};

const call = (name: string, hash: string, seqs = [inside, outside]) => {
  const text = CALLS[name] ?? "";
  return pool.query<{ it: string }>({ text, values: text.includes("$2") ? [hash, seqs] : [hash] });
};

describe("the role mintdesk_gate", () => {
  it.each([
    "SELECT * FROM audit_entries",
    "SELECT seq FROM audit_entries",
    "SELECT count(*) FROM audit_entries",
    "SELECT * FROM audit_checkpoints",
    "SELECT * FROM audit_keys",
    "SELECT ciphertext FROM audit_keys",
    "SELECT * FROM audit_head",
    "SELECT * FROM log_rooms",
    "SELECT token_hash FROM log_rooms",
    "SELECT * FROM log_room_events",
    "INSERT INTO log_rooms (id) VALUES (gen_random_uuid())",
    "INSERT INTO log_room_events (room_id, kind, at) VALUES (gen_random_uuid(), 'opened', now())",
    "UPDATE log_rooms SET expires_at = now() + interval '1 year'",
    "UPDATE log_rooms SET password_hash = NULL",
    "DELETE FROM log_room_events",
    "SELECT * FROM log_room_slice('{}', '{}', '{}', NULL, NULL)",
    "SELECT * FROM log_room_page('{}', '{}', '{}', NULL, NULL, NULL, NULL, 10)",
    "SELECT log_room_size('{}', '{}', '{}', NULL, NULL, 10)",
    "SELECT * FROM log_room_of('0')",
  ])("may not %s", async (text) => {
    await expect(pool.query({ text })).rejects.toMatchObject({ code: "42501" });
  });

  it.each(Object.keys(CALLS))("is given something by %s for an open room", async (name) => {
    const { hash } = await openHash();
    expect(await call(name, hash)).not.toEqual([]);
  });

  it.each(Object.keys(CALLS))(
    "is given nothing by %s for a room that is closed, over or nobody's",
    async (name) => {
      const revoked = await openHash();
      await revokeRoom(desk.operator, { roomId: revoked.roomId });
      const expired = await openHash();
      const where = { id: expired.roomId };
      await desk.runtime.db.logRoom.update({ where, data: { expiresAt: new Date(0) } });
      for (const hash of [revoked.hash, expired.hash, hashLinkToken(randomUUID()), "", "%"]) {
        expect(await call(name, hash)).toEqual([]);
      }
    },
  );

  it("is given no entry from outside the slice, nor the way to it", async () => {
    const { hash } = await openHash();
    expect(await call("open_log_room_entries", hash)).toEqual([{ it: inside }]);
    for (const name of ["runs", "checkpoints", "hashes"]) {
      expect(await call(`open_log_room_${name}`, hash, [outside])).toEqual([]);
    }
  });

  it("writes down nothing at a room that is closed", async () => {
    const { roomId, hash } = await openHash();
    const note = { text: "SELECT note_at_log_room($1, 'opened', '192.0.2.1')", values: [hash] };
    await pool.query(note);
    await revokeRoom(desk.operator, { roomId });
    await pool.query(note);
    expect(await desk.runtime.db.logRoomEvent.count({ where: { roomId } })).toBe(1);
    const room = await desk.runtime.db.logRoom.findUniqueOrThrow({ where: { id: roomId } });
    expect(room.openCount).toBe(1);
  });

  it("is led astray by no table of the same name in a schema of its own", async () => {
    const { hash } = await openHash();
    const client = await pool.openClient();
    await client.query("CREATE TEMP TABLE log_rooms (id uuid)");
    const { rows } = await client.query("SELECT id FROM open_log_room($1)", [hash]);
    await client.end();
    expect(rows).toHaveLength(1);
  });
});
