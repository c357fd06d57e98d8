import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revokeRoom } from "@/lib/rooms/revoke-room";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";

let desk: LogRoomDesk;
let spring: string;
let autumn: string;
beforeAll(async () => {
  desk = await openLogRoomDesk({
    GATE_MISSES_PER_MINUTE: "1000",
    MINTDESK_GATE_URL: "https://gate.example.com",
  });
  spring = await desk.addCampaign("春节");
  autumn = await desk.addCampaign("中秋");
  await desk.addEntry(spring);
  await desk.addEntry(autumn, {
    target: { kind: "campaign", id: autumn, label: "中秋秘密" },
  });
  await desk.seal();
});
afterAll(() => desk.close());

/** Everything of an answer but when it was made. */
async function seen(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== "date");
  return { status: answer.status, headers, body: await answer.text() };
}

async function pageOf(campaignId: string, guest: string): Promise<string> {
  const { path } = await desk.openRoom({ slice: { campaignIds: [campaignId] } });
  return (await desk.get(path, guest)).text();
}

const tamper = (sql: string) =>
  desk.runtime.pool.query(`
    ALTER TABLE audit_entries DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit_entries ENABLE TRIGGER USER`);

describe("the page of a log room", () => {
  it("shows its slice and nothing else, and keeps its address to itself", async () => {
    const { path } = await desk.openRoom({ slice: { campaignIds: [spring] } });
    const answer = await desk.get(path, "192.0.2.10");
    expect(answer.status).toBe(200);
    const page = await answer.text();
    for (const text of ["给市场部", "Chen Wei shares", "“春节”", "Beijing time", "192.0.2.1"]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain("中秋");
    expect(page).not.toMatch(/<script|src=|url\((?!#watermark)|style=/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-frame-options": "DENY",
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      ),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("has its name and the time across it, for pictures of it and for paper", async () => {
    const { path } = await desk.openRoom({ name: "给 <b>王</b>" });
    const page = await (await desk.get(path, "192.0.2.11")).text();
    expect(page).toMatch(/<pattern[\s\S]*给 &lt;b&gt;王&lt;\/b&gt;[\s\S]*\d{4}[\s\S]*<\/pattern>/);
    expect(page).not.toContain("<b>王");
    expect(page).toContain("@media print");
  });

  it("speaks the guest's language, and the other one when asked", async () => {
    const { path } = await desk.openRoom();
    const chinese = { "Accept-Language": "zh-CN,zh;q=0.9" };
    const page = await (await desk.get(path, "192.0.2.12", chinese)).text();
    expect(page).toContain('lang="zh-CN"');
    expect(page).toContain("分享给您的日志片段");
    expect(page).toContain('href="?lang=en"');
    const english = await (await desk.get(`${path}?lang=en`, "192.0.2.12", chinese)).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('href="?lang=zh-CN"');
  });

  it("is the same not-found page, whatever the cause", async () => {
    const { db } = desk.runtime;
    const [expired, revoked, living] = await Promise.all([
      desk.openRoom(),
      desk.openRoom({ password: "红灯笼 88 盏" }),
      desk.openRoom({ mayExport: false }),
    ]);
    const where = { id: expired.roomId };
    await db.logRoom.update({ where, data: { expiresAt: new Date(0) } });
    await revokeRoom(desk.operator, { roomId: revoked.roomId });
    const asked = [
      `/room/${"A".repeat(43)}`,
      "/room/short",
      "/room/%2e%2e%00",
      "/room/",
      "/room/one/two/three",
      `/room/${"A".repeat(43)}/proof.json`,
      `/room/${"A".repeat(43)}/entries.csv`,
      expired.path,
      `${expired.path}/proof.json`,
      `${expired.path}/entries.csv`,
      revoked.path,
      `${revoked.path}/entries.xlsx`,
      `${living.path}?cursor=nonsense`,
      `${living.path}/entries.csv`,
      `${living.path}/entries.xlsx`,
      `${living.path}/nothing.txt`,
    ];
    const answers: Awaited<ReturnType<typeof seen>>[] = [];
    for (const [place, path] of asked.entries()) {
      answers.push(await seen(await desk.get(path, `198.51.100.${place}`)));
    }
    expect(answers[0]).toMatchObject({ status: 404 });
    for (const [place, answer] of answers.entries())
      expect(answer, asked[place]).toEqual(answers[0]);
    for (const { path } of [expired, revoked]) {
      expect(await seen(await desk.post(path, "192.0.2.14", "guess"))).toEqual(answers[0]);
    }
  });

  it("lets nobody guess addresses for long", async () => {
    const strict = await openLogRoomDesk({ GATE_MISSES_PER_MINUTE: "3" });
    const { path } = await strict.openRoom();
    const statuses: number[] = [];
    for (let guess = 0; guess < 5; guess += 1) {
      statuses.push((await seen(await strict.get(`/room/guess-${guess}`, "192.0.2.15"))).status);
    }
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
    const refused = await seen(await strict.get(path, "192.0.2.15"));
    expect(refused.status).toBe(429);
    expect(Number(new Headers(refused.headers).get("retry-after"))).toBeGreaterThan(0);
    expect((await seen(await strict.get(path, "192.0.2.16"))).status).toBe(200);
    await strict.close();
  });

  it.each(["HEAD", "PUT", "DELETE", "OPTIONS"])("knows no %s", async (method) => {
    const { path } = await desk.openRoom();
    expect((await fetch(desk.url + path, { method })).status).toBe(405);
    expect((await fetch(`${desk.url}${path}/proof.json`, { method })).status).toBe(405);
  });

  it("has pages, newest first, and a place on one shows nothing of another room's slice", async () => {
    const big = await desk.addCampaign("大促");
    for (let place = 0; place < 51; place += 1) {
      const target = { kind: "campaign" as const, id: big, label: `大促第${place}次` };
      await desk.addEntry(big, { target });
    }
    const { path } = await desk.openRoom({ slice: { campaignIds: [big] } });
    const page = await (await desk.get(path, "192.0.2.17")).text();
    const places = [...page.matchAll(/大促第(\d+)次/g)].map(([, place]) => Number(place));
    expect(places).toEqual(Array.from({ length: 50 }, (_, index) => 50 - index));
    const older = /href="(\?cursor=[\w-]+)" rel="next"/.exec(page)?.[1] ?? "";
    const last = await (await desk.get(path + older, "192.0.2.17")).text();
    expect(last.match(/<li>/g)).toHaveLength(1);
    const newer = /href="(\?cursor=[\w-]+)" rel="prev"/.exec(last)?.[1] ?? "";
    const back = await (await desk.get(path + newer, "192.0.2.17")).text();
    expect(back.match(/<li>/g)).toHaveLength(50);
    const other = await desk.openRoom({ slice: { campaignIds: [spring] } });
    const elsewhere = await (await desk.get(other.path + older, "192.0.2.17")).text();
    expect(elsewhere).not.toContain("大促");
    expect(elsewhere).toContain("“春节”");
  });

  it("keeps back what the room keeps back, everywhere", async () => {
    const campaignId = await desk.addCampaign("保密");
    await desk.addEntry(campaignId, {
      action: "quota.adjusted",
      target: { kind: "mini_program", id: null, label: "小店" },
      changes: { note: { from: null, to: "私下说明" } },
      details: { amount: 1, reason: "王女士 wang@example.com 从 203.0.113.77 要求" },
    });
    await desk.seal();
    const secrets = ["Chen Wei", "私下", "王女士", "wang@", "203.0.113.77", "192.0.2.1<"];
    const slice = {
      campaignIds: [campaignId],
      fields: ["object" as const, "changes" as const, "details" as const, "address" as const],
      redactions: ["texts" as const, "mails" as const, "addresses" as const],
    };
    const { path } = await desk.openRoom({ slice });
    for (const [place, file] of ["", "/entries.csv", "/proof.json"].entries()) {
      const text = await (await desk.get(path + file, `192.0.2.3${place}`)).text();
      expect(text).toContain("小店");
      const withoutMaker = text.replace("Chen Wei shares", "");
      for (const secret of secrets) expect(withoutMaker, file).not.toContain(secret);
    }
  });
});

describe("the badge of a log room", () => {
  it("says how many entries are unchanged since which checkpoint, and how many are too new", async () => {
    const campaignId = await desk.addCampaign("端午");
    await desk.addEntry(campaignId);
    await desk.addEntry(autumn);
    await desk.addEntry(campaignId);
    await desk.seal();
    await desk.addEntry(campaignId);
    const page = await pageOf(campaignId, "192.0.2.40");
    const { keyId } = await desk.runtime.db.auditCheckpoint.findFirstOrThrow();
    expect(page).toContain("Entries unchanged: 2");
    expect(page).toContain(`key ${keyId}`);
    expect(page).toContain("Not yet sealed: 1.");
    expect(page).toContain('class="badge good"');
  });

  it.each([
    ["changed", "UPDATE audit_entries SET target_label = '假的' WHERE seq = $"],
    ["hashed anew", "UPDATE audit_entries SET content_hash = repeat('0', 64) WHERE seq = $"],
    ["moved in time", "UPDATE audit_entries SET at = at + interval '1 second' WHERE seq = $"],
  ])("is red when an entry was %s", async (how, sql) => {
    const campaignId = await desk.addCampaign(`双十一 ${how}`);
    const seq = await desk.addEntry(campaignId);
    await desk.addEntry(campaignId);
    await desk.seal();
    await tamper(sql.replace("$", seq));
    const page = await pageOf(campaignId, "192.0.2.41");
    expect(page).toContain("Do not rely on this page");
    expect(page).toContain(`entry ${seq}`);
    expect(page).toContain('class="badge bad"');
    expect(page).not.toContain("Entries unchanged");
  });

  it("is red when an entry between those that are shown was changed, and does not show it", async () => {
    const campaignId = await desk.addCampaign("国庆");
    await desk.addEntry(campaignId);
    const between = await desk.addEntry(autumn);
    await desk.addEntry(campaignId);
    await desk.seal();
    await tamper(`UPDATE audit_entries SET content_hash = repeat('1', 64) WHERE seq = ${between}`);
    const page = await pageOf(campaignId, "192.0.2.42");
    expect(page).toContain("Do not rely on this page");
    expect(page).not.toContain("中秋");
  });

  it("is red when a checkpoint is not signed by the key it names", async () => {
    const campaignId = await desk.addCampaign("元旦");
    const seq = await desk.addEntry(campaignId);
    await desk.seal();
    await desk.runtime.pool.query(`
      ALTER TABLE audit_checkpoints DISABLE TRIGGER USER;
      UPDATE audit_checkpoints SET at = at - interval '1 day' WHERE seq >= ${seq};
      ALTER TABLE audit_checkpoints ENABLE TRIGGER USER`);
    expect(await pageOf(campaignId, "192.0.2.43")).toContain("Do not rely on this page");
  });
});

describe("what happens at a room", () => {
  it("is written down, the same of the same guest once a minute, and counted", async () => {
    const { path, roomId } = await desk.openRoom();
    for (const guest of ["192.0.2.50", "192.0.2.51", "192.0.2.50"]) await desk.get(path, guest);
    await (await desk.get(`${path}/entries.csv`, "192.0.2.50")).text();
    const where = { roomId };
    const events = await desk.runtime.db.logRoomEvent.findMany({ where, orderBy: { id: "asc" } });
    expect(events.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      "opened 192.0.2.50",
      "opened 192.0.2.51",
      "exported 192.0.2.50",
    ]);
    const room = await desk.runtime.db.logRoom.findUniqueOrThrow({ where: { id: roomId } });
    expect(room.openCount).toBe(2);
    expect(room.lastOpenedAt).toEqual(events[1]?.at);
  });
});

describe("without its database", () => {
  it.each(["open_log_room(bpchar)", "open_log_room_hashes(bpchar, bigint[])"])(
    "a room says when to try again, if %s gives no answer",
    async (asked) => {
      const { path } = await desk.openRoom();
      const { pool } = desk.runtime;
      await pool.query(`REVOKE EXECUTE ON FUNCTION ${asked} FROM mintdesk_gate`);
      const answers = [
        await desk.get(path, "192.0.2.70"),
        await desk.get(`${path}/proof.json`, "192.0.2.70"),
      ];
      await pool.query(`GRANT EXECUTE ON FUNCTION ${asked} TO mintdesk_gate`);
      for (const answer of answers) {
        expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
        expect(await answer.text()).not.toContain("给市场部");
      }
      expect((await desk.get(path, "192.0.2.70")).status).toBe(200);
    },
  );
});
