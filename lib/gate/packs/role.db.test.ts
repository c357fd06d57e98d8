import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "@/lib/gate/open-pool";
import type { GatePool } from "@/lib/gate/open-pool";
import type { Runtime } from "@/lib/runtime";
import { addReadyPack } from "@/lib/testing/add-ready-pack";
import { openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let pool: GatePool;
beforeAll(async () => {
  runtime = await openTestRuntime();
  await addReadyPack(runtime);
  pool = openPool(runtime.env);
});
afterAll(async () => {
  await pool.close();
  await runtime.close();
});

describe("the role mintdesk_gate", () => {
  it("sees what it hands out", async () => {
    const text = "SELECT name FROM packs JOIN pack_files ON pack_id = packs.id LIMIT 1";
    expect(await pool.query({ text })).toEqual([{ name: "春节桌贴" }]);
  });

  it.each([
    "SELECT * FROM packs",
    "SELECT selection FROM packs",
    "SELECT created_by_name FROM packs",
    "SELECT request_key FROM packs",
    "SELECT * FROM pack_codes",
    "SELECT * FROM pack_links",
    "SELECT created_by_id FROM pack_links",
    "SELECT address FROM pack_takes",
    "SELECT user_id FROM pack_takes",
    "SELECT taken_by FROM pack_takes",
    "SELECT * FROM pack_link_events",
    "SELECT address FROM pack_link_events",
    "SELECT * FROM pack_templates",
    "SELECT * FROM pack_assets",
    "UPDATE packs SET status = 'ready'",
    "UPDATE pack_files SET object_key = 'pictures/other'",
    "UPDATE pack_links SET takes_max = NULL",
    "UPDATE pack_links SET revoked_at = NULL",
    "UPDATE pack_links SET expires_at = now() + interval '1 year'",
    "UPDATE pack_links SET password_hash = NULL",
    "UPDATE pack_links SET token_hash = 'x'",
    "UPDATE pack_takes SET taken_at = now()",
    "UPDATE pack_link_events SET logged_at = now()",
    "INSERT INTO pack_links (id, pack_id, name) SELECT gen_random_uuid(), id, 'mine' FROM packs",
    "INSERT INTO pack_link_events (link_id, kind, at, logged_at) VALUES (gen_random_uuid(), 'opened', now(), now())",
    "INSERT INTO pack_takes (id, user_id) VALUES (gen_random_uuid(), gen_random_uuid())",
    "DELETE FROM pack_takes",
    "DELETE FROM pack_link_events",
    "DELETE FROM pack_links",
    "TRUNCATE packs CASCADE",
  ])("may not %s", async (text) => {
    await expect(pool.query({ text })).rejects.toMatchObject({ code: "42501" });
  });
});
