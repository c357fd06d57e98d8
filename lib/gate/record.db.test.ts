import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGate } from "@/lib/gate/open-gate";
import { openPool } from "@/lib/gate/open-pool";
import type { GatePool } from "@/lib/gate/open-pool";
import { gateDesk, openGateDesk, readHeard } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) MicroMessenger/8.0.50(0x18003237)";

let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk();
});
afterAll(() => desk.close());

/** What was heard of a scene, once all of it is written down. */
async function heardOf(sceneId: string, count: number) {
  for (;;) {
    const rows = (await readHeard(desk.runtime)).filter((row) => row.sceneId === sceneId);
    if (rows.length >= count) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("a scan", () => {
  it("is written down with its version, device and hints, and without address or user agent", async () => {
    const id = await desk.addScene("heard");
    await desk.addVersion(id, 2, { page: "pages/a", inMs: -1 });
    const phone = { headers: { "User-Agent": IPHONE } };
    await desk.ask("heard", { ...phone, query: "?sceneValue=1047&test=tok-EN_1" });
    await desk.ask("heard", phone);
    await desk.ask("heard", { ...phone, query: "?sceneValue=&test=%27;--" });
    const rows = await heardOf(id, 3);
    const shared = { isReport: false, version: 2, device: "iPhone · WeChat 8.0.50" };
    expect(rows).toEqual([
      expect.objectContaining({ ...shared, sceneValue: 1047, testToken: "tok-EN_1" }),
      expect.objectContaining({ ...shared, sceneValue: null, testToken: null }),
      expect.objectContaining({ ...shared, sceneValue: null, testToken: null }),
    ]);
    expect(new Set(rows.map(({ visitor }) => visitor)).size).toBe(1);
    const [clock] = await desk.runtime.db.$queryRaw<
      { now: Date }[]
    >`SELECT clock_timestamp() AS now`;
    for (const { at } of rows) {
      expect((clock?.now.getTime() ?? 0) - at.getTime()).toBeGreaterThanOrEqual(0);
      expect((clock?.now.getTime() ?? 0) - at.getTime()).toBeLessThan(30_000);
    }
  });

  it("of a retired scene is written down too, under no version", async () => {
    const id = await desk.addScene("heard-retired");
    await desk.runtime.db.scene.update({
      where: { id },
      data: { retiredAt: new Date(0), retiredWhy: "ended", retiredBy: "林悦" },
    });
    expect((await desk.ask("heard-retired")).status).toBe(410);
    expect(await heardOf(id, 1)).toMatchObject([{ version: null, isReport: false }]);
  });

  it("can be told more of in a report", async () => {
    const id = await desk.addScene("reported");
    await desk.ask("reported");
    const body = JSON.stringify({ sceneValue: 1011, device: "华为 P60", testToken: "abc" });
    const response = await desk.report("reported", body);
    expect([response.status, await response.json()]).toEqual([202, { status: "taken" }]);
    expect(await heardOf(id, 2)).toMatchObject([
      { isReport: false, sceneValue: null },
      { isReport: true, sceneValue: 1011, device: "华为 P60", testToken: "abc", version: 1 },
    ]);
  });

  it("is none when nobody knows the scene", async () => {
    const before = await desk.runtime.db.heardScan.count();
    await desk.ask("nobody-minted-it");
    const id = await desk.addScene("heard-last");
    await desk.ask("heard-last");
    await heardOf(id, 1);
    expect(await desk.runtime.db.heardScan.count()).toBe(before + 1);
  });
});

describe("the role mintdesk_gate", () => {
  let pool: GatePool;
  beforeAll(() => {
    pool = openPool(desk.runtime.env);
  });
  afterAll(() => pool.close());
  const run = (text: string) => pool.query({ text });

  it("is what the gate works under, with a limit on every statement", async () => {
    expect(await run("SELECT current_user AS role")).toEqual([{ role: "mintdesk_gate" }]);
    await expect(run("SELECT pg_sleep(60)")).rejects.toThrow(/statement timeout/);
  });

  it.each([
    "SELECT id FROM users",
    "SELECT token_hash FROM sessions",
    "SELECT secret_ciphertext FROM mini_programs",
    "SELECT name FROM mini_programs",
    "SELECT * FROM access_tokens",
    "SELECT * FROM token_servers",
    "SELECT * FROM platforms",
    "SELECT * FROM audit_entries",
    "SELECT retired_note FROM scenes",
    "SELECT created_by_name FROM scene_versions",
    "SELECT label FROM codes",
    "SELECT * FROM heard_scans",
    "SELECT * FROM scans",
    "SELECT * FROM scan_tests",
    "UPDATE scenes SET page = 'pages/evil'",
    "UPDATE scenes SET retired_at = now()",
    "DELETE FROM heard_scans",
    "UPDATE heard_scans SET version = 9",
    "INSERT INTO scene_versions (scene_id, version) SELECT id, 2 FROM scenes",
    "DELETE FROM scenes",
    "TRUNCATE heard_scans",
    "CREATE TABLE loot (id int)",
    "CREATE TEMP TABLE loot2 AS SELECT * FROM users",
    "COPY users TO PROGRAM 'cat'",
    "SELECT * FROM pgboss.job",
  ])("may not %s", async (statement) => {
    await expect(run(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42P01|3F000)$/),
    });
  });
});

describe("a gate whose user may not take the role", () => {
  it("says so and works without", async () => {
    const { runtime } = desk;
    const name = `gate_${randomUUID().replaceAll("-", "")}`;
    const admin = new pg.Client({ connectionString: runtime.env.DATABASE_URL });
    await admin.connect();
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'gate'`);
    await admin.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${name}`);
    await admin.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
    const url = new URL(runtime.env.DATABASE_URL);
    url.username = name;
    url.password = "gate";
    const gate = await openGate({ ...runtime.env, DATABASE_URL: url.toString() }, 0);
    const other = await gateDesk(runtime, gate);
    const id = await other.addScene("without-role", { miniProgramId: other.miniProgramId });
    expect((await other.ask("without-role")).status).toBe(200);
    await gate.close();
    expect(await heardOf(id, 1)).toHaveLength(1);
    await admin.query(`DROP OWNED BY ${name}`);
    await admin.query(`DROP ROLE ${name}`);
    await admin.end();
  });
});
