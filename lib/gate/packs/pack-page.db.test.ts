import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPackLinkDesk } from "@/lib/testing/pack-link-desk";
import type { PackLinkDesk } from "@/lib/testing/pack-link-desk";
import { revokePackLink } from "@/lib/packs/revoke-pack-link";

const PASSWORD = "红灯笼 88 盏";

let desk: PackLinkDesk;
beforeAll(async () => {
  desk = await openPackLinkDesk({ GATE_MISSES_PER_MINUTE: "1000" });
});
afterAll(() => desk.close());

/** Everything of an answer but when it was made. */
async function seen(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== "date");
  return { status: answer.status, headers, body: await answer.text() };
}

const takesOf = (linkId: string) =>
  desk.runtime.db.packTake.findMany({ where: { linkId }, orderBy: { takenAt: "asc" } });

describe("the page of a pack link", () => {
  it("shows what it offers, and keeps its address to itself", async () => {
    const packId = await desk.addPack();
    const { path } = await desk.share(packId, { takesMax: 3 });
    const answer = await desk.get(path, "192.0.2.10");
    expect(answer.status).toBe(200);
    const page = await answer.text();
    const pack = await desk.runtime.db.pack.findUniqueOrThrow({ where: { id: packId } });
    for (const text of [
      "春节桌贴",
      "Chen Wei shares",
      ">30<",
      "春节桌贴.zip",
      ">3<",
      pack.sha256 ?? "",
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('type="password"');
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      ),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("speaks the guest's language, and knows that WeChat keeps no files", async () => {
    const { path } = await desk.share(await desk.addPack());
    const chinese = { "Accept-Language": "zh-CN,zh;q=0.9" };
    const page = await (await desk.get(path, "192.0.2.11", chinese)).text();
    expect(page).toContain('lang="zh-CN"');
    expect(page).toContain("Chen Wei 分享给您的码包");
    expect(page).not.toContain("微信内无法保存文件");
    const wechat = { ...chinese, "User-Agent": "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50" };
    expect(await (await desk.get(path, "192.0.2.11", wechat)).text()).toContain(
      "微信内无法保存文件",
    );
  });

  it("escapes whatever a pack is called", async () => {
    const name = `</title><script>alert(1)</script><img src=x onerror="alert('2')">&amp;`;
    const { path } = await desk.share(await desk.addPack({ name, fileName: `"><b>.zip` }));
    const page = await (await desk.get(path, "192.0.2.12")).text();
    expect(page).not.toMatch(/<script|<img|<b>\.zip|"><b/);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("&amp;amp;");
  });

  it("is the same not-found page, whatever the cause", async () => {
    const { db } = desk.runtime;
    const packId = await desk.addPack();
    const [expired, revoked, usedUp, living] = await Promise.all([
      desk.share(packId),
      desk.share(packId),
      desk.share(packId, { takesMax: 1 }),
      desk.share(packId),
    ]);
    await db.packLink.update({ where: { id: expired.linkId }, data: { expiresAt: new Date(0) } });
    await revokePackLink(desk.operator, { linkId: revoked.linkId });
    await desk.take(usedUp.path, "192.0.2.13");
    const removedPack = await desk.addPack();
    const removed = await desk.share(removedPack);
    await db.pack.update({ where: { id: removedPack }, data: { status: "removed" } });
    const asked = [
      `/pack/${"A".repeat(43)}`,
      "/pack/short",
      "/pack/%2e%2e%00",
      "/pack/",
      "/pack/one/two",
      `${living.path}/${"A".repeat(43)}/x.zip`,
      ...[expired, revoked, usedUp, removed].map(({ path }) => path),
    ];
    const answers = await Promise.all(
      asked.map(async (path) => seen(await desk.get(path, "192.0.2.14"))),
    );
    expect(answers[0]).toMatchObject({ status: 404 });
    for (const [place, answer] of answers.entries())
      expect(answer, asked[place]).toEqual(answers[0]);
    for (const { path } of [expired, revoked, usedUp, removed]) {
      expect(await seen(await desk.post(path, "192.0.2.14"))).toEqual(answers[0]);
    }
  });

  it("lets nobody guess addresses for long", async () => {
    const strict = await openPackLinkDesk({ GATE_MISSES_PER_MINUTE: "3" });
    const { path } = await strict.share(await strict.addPack());
    const statuses: number[] = [];
    for (let guess = 0; guess < 5; guess += 1) {
      statuses.push((await seen(await strict.get(`/pack/guess-${guess}`, "192.0.2.15"))).status);
    }
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
    const refused = await seen(await strict.get(path, "192.0.2.15"));
    expect(refused.status).toBe(429);
    expect(Number(new Headers(refused.headers).get("retry-after"))).toBeGreaterThan(0);
    expect((await seen(await strict.get(path, "192.0.2.16"))).status).toBe(200);
    await strict.close();
  });

  it.each(["HEAD", "PUT", "DELETE", "OPTIONS"])("knows no %s", async (method) => {
    const { path } = await desk.share(await desk.addPack());
    expect((await fetch(desk.url + path, { method })).status).toBe(405);
    expect((await fetch(`${desk.url}${path}/ticket/x.zip`, { method })).status).toBe(405);
  });
});

async function eventsOf(linkId: string): Promise<string[]> {
  const where = { linkId };
  const events = await desk.runtime.db.packLinkEvent.findMany({ where, orderBy: { id: "asc" } });
  return events.map(({ kind, address }) => `${kind} ${address}`);
}

describe("what happens at a link", () => {
  it("is written down, the same of the same guest once a minute, and every take", async () => {
    const { path, linkId } = await desk.share(await desk.addPack(), { password: PASSWORD });
    for (const guest of ["192.0.2.17", "192.0.2.18", "192.0.2.17"]) await desk.get(path, guest);
    await desk.post(path, "192.0.2.17", "wrong");
    await desk.post(path, "192.0.2.17", "wrong again");
    await desk.post(path, "192.0.2.17", PASSWORD);
    await desk.post(path, "192.0.2.17", PASSWORD);
    expect(await eventsOf(linkId)).toEqual([
      "opened 192.0.2.17",
      "opened 192.0.2.18",
      "wrong_password 192.0.2.17",
      "taken 192.0.2.17",
      "taken 192.0.2.17",
    ]);
  });

  it("does not fill the table when it is a storm", async () => {
    const { path, linkId } = await desk.share(await desk.addPack());
    const guests = Array.from({ length: 40 }, (_, guest) => `203.0.113.${guest}`);
    for (const answer of await Promise.all(guests.map((guest) => desk.get(path, guest)))) {
      expect(answer.status).toBe(200);
    }
    expect(await eventsOf(linkId)).toHaveLength(30);
  });
});

describe("a password", () => {
  it("is asked for, and without it there is no ticket", async () => {
    const { path, linkId } = await desk.share(await desk.addPack(), { password: PASSWORD });
    expect(await (await desk.get(path, "192.0.2.20")).text()).toContain('type="password"');
    for (const wrong of ["", "wrong", "红灯笼", "x".repeat(10_000)]) {
      const answer = await desk.post(path, "192.0.2.20", wrong);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("That is not the password.");
    }
    expect(await takesOf(linkId)).toEqual([]);
    expect(await desk.take(path, "192.0.2.20", `  ${PASSWORD} `)).toContain(`${path}/`);
    expect(await takesOf(linkId)).toHaveLength(1);
  });

  it("may be tried ten times a minute by one address, which keeps no other out", async () => {
    const { path } = await desk.share(await desk.addPack(), { password: PASSWORD });
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      statuses.push((await desk.post(path, "192.0.2.21", `guess ${guess}`)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
    const right = await desk.post(path, "192.0.2.21", PASSWORD);
    expect([right.status, Number(right.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(await right.text()).toMatch(/Too many tries\. Wait \d+ seconds/);
    expect((await desk.post(path, "192.0.2.22", PASSWORD)).status).toBe(303);
  });

  it("may be tried thirty times a minute by all together", async () => {
    const { path } = await desk.share(await desk.addPack(), { password: PASSWORD });
    const tries = Array.from({ length: 30 }, (_, guess) =>
      desk.post(path, `198.51.100.${guess}`, "guess"),
    );
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
    expect((await desk.post(path, "198.51.100.99", PASSWORD)).status).toBe(429);
  });
});
