import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";

const PASSWORD = "红灯笼 88 盏";

let desk: LogRoomDesk;
beforeAll(async () => {
  desk = await openLogRoomDesk({ GATE_MISSES_PER_MINUTE: "1000" });
  await desk.addEntry(await desk.addCampaign("春节"));
});
afterAll(() => desk.close());

const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

async function enter(path: string, guest: string): Promise<string> {
  const answer = await desk.post(path, guest, PASSWORD);
  if (answer.status !== 303) throw new Error(`Not let in: ${answer.status}`);
  return cookieOf(answer);
}

describe("the password of a log room", () => {
  it("is asked for before anything of the room is told, its name included", async () => {
    const { path, roomId } = await desk.openRoom({ password: PASSWORD });
    const answer = await desk.get(path, "192.0.2.20");
    const page = await answer.text();
    expect(page).toContain('type="password"');
    expect(page).not.toMatch(/给市场部|春节|Chen Wei/);
    for (const file of ["proof.json", "entries.csv", "nothing"]) {
      const refused = await desk.get(`${path}/${file}`, "192.0.2.20");
      expect([refused.status, refused.headers.get("location")]).toEqual([303, path]);
    }
    expect(await desk.runtime.db.logRoomEvent.count({ where: { roomId } })).toBe(0);
  });

  it("lets in who knows it, by a cookie of this room's address only", async () => {
    const { path } = await desk.openRoom({ password: PASSWORD });
    const answer = await desk.post(`${path}?lang=en`, "192.0.2.21", `  ${PASSWORD} `);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?lang=en`]);
    const set = answer.headers.get("set-cookie") ?? "";
    expect(set).toContain(`Path=${path};`);
    expect(set).toMatch(/Max-Age=3600; HttpOnly; SameSite=Strict$/);
    const page = await (await desk.get(path, "192.0.2.21", { Cookie: cookieOf(answer) })).text();
    expect(page).toContain("“春节”");
    const proof = await desk.get(`${path}/proof.json`, "192.0.2.21", { Cookie: cookieOf(answer) });
    expect(proof.status).toBe(200);
  });

  it("is kept to https where the gate is reached by it", async () => {
    const secure = await openLogRoomDesk({ MINTDESK_GATE_URL: "https://gate.example.com" });
    const { path } = await secure.openRoom({ password: PASSWORD });
    const set = (await secure.post(path, "192.0.2.22", PASSWORD)).headers.get("set-cookie") ?? "";
    expect(set).toMatch(/^__Secure-mintdesk-room=/);
    expect(set).toMatch(/; Secure$/);
    await secure.close();
  });

  it("is not replaced by another room's cookie, an old one, a longer one or none of ours", async () => {
    const { path, roomId } = await desk.openRoom({ password: PASSWORD });
    const other = await desk.openRoom({ password: PASSWORD });
    const cookie = await enter(path, "192.0.2.23");
    const [name = "", value = ""] = cookie.split("=");
    const [until = "", mac = ""] = value.split(".");
    const forged = [
      await enter(other.path, "192.0.2.23"),
      `${name}=${Number(until) + 60_000}.${mac}`,
      `${name}=${until}.${"A".repeat(43)}`,
      `${name}=${until}.`,
      `${name}=`,
      `other=${value}`,
      "nonsense",
    ];
    for (const forgery of forged) {
      const page = await (await desk.get(path, "192.0.2.23", { Cookie: forgery })).text();
      expect(page, forgery).toContain('type="password"');
    }
    const where = { id: roomId };
    await desk.runtime.db.logRoom.update({ where, data: { passwordHash: "another" } });
    const changed = await (await desk.get(path, "192.0.2.23", { Cookie: cookie })).text();
    expect(changed).toContain('type="password"');
  });

  it("when wrong lets nobody in, says so and is written down", async () => {
    const { path, roomId } = await desk.openRoom({ password: PASSWORD });
    for (const wrong of ["", "wrong", "x".repeat(10_000)]) {
      const answer = await desk.post(path, "192.0.2.24", wrong);
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
      expect(await answer.text()).toContain("That is not the password.");
    }
    const events = await desk.runtime.db.logRoomEvent.findMany({ where: { roomId } });
    expect(events.map(({ kind }) => kind)).toEqual(["wrong_password"]);
  });

  it("may be tried ten times a minute by one address, which keeps no other out", async () => {
    const { path } = await desk.openRoom({ password: PASSWORD });
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      statuses.push((await desk.post(path, "192.0.2.25", `guess ${guess}`)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
    const right = await desk.post(path, "192.0.2.25", PASSWORD);
    expect([right.status, Number(right.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await desk.post(path, "192.0.2.26", PASSWORD)).status).toBe(303);
  });

  it("still lets its owner in while a storm from many addresses goes on", async () => {
    const { path } = await desk.openRoom({ password: PASSWORD });
    const guests = Array.from({ length: 32 }, (_, place) => `198.51.100.${place}`);
    const storm = async () =>
      (await Promise.all(guests.map((guest) => desk.post(path, guest, "guess")))).map(
        ({ status }) => status,
      );
    await storm();
    expect(await storm()).toContain(429);
    expect((await desk.post(path, "203.0.113.5", PASSWORD)).status).toBe(303);
  });
});
