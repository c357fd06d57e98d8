import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGateDesk } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";

let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk({
    MINTDESK_TRUST_PROXY: "on",
    GATE_ADDRESS_PER_MINUTE: "30",
    GATE_MISSES_PER_MINUTE: "5",
    GATE_MINI_PROGRAM_PER_MINUTE: "200",
  });
  await desk.addScene("busy");
});
afterAll(() => desk.close());

const from = (address: string) => ({ headers: { "X-Forwarded-For": `203.0.113.9, ${address}` } });

async function statuses(count: number, ask: (at: number) => Promise<Response>) {
  const answers = await Promise.all(Array.from({ length: count }, (_, at) => ask(at)));
  return answers.map(({ status }) => status);
}

describe("a flood", () => {
  it("from one address ends in 429 and a time to wait, and others go on", async () => {
    const all = await statuses(60, () => desk.ask("busy", from("192.0.2.1")));
    expect(all.filter((status) => status === 200)).toHaveLength(30);
    const refused = await desk.ask("busy", from("192.0.2.1"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(refused.headers.get("cache-control")).toBe("no-store");
    expect(await refused.json()).toMatchObject({ error: "too_many_requests" });
    expect((await desk.ask("busy", from("192.0.2.2"))).status).toBe(200);
  });

  it("of guesses ends sooner, with malformed ones counted, and leaves what others scan to that address", async () => {
    await desk.addScene("seldom");
    const guess = (at: number) => desk.ask(at % 2 ? `guess-${at}` : "比", from("192.0.2.3"));
    const guesses: number[] = [];
    for (let at = 0; at < 8; at += 1) guesses.push((await guess(at)).status);
    expect(guesses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
    expect((await desk.ask("seldom", from("192.0.2.3"))).status).toBe(429);
    // Somebody else has just asked for it, so it is kept.
    await desk.ask("busy", from("192.0.2.20"));
    expect((await desk.ask("busy", from("192.0.2.3"))).status).toBe(200);
    expect((await desk.ask("seldom", from("192.0.2.21"))).status).toBe(200);
  });

  it("for one mini program from everywhere ends too, and others are answered", async () => {
    const { id, appId } = await desk.addMiniProgram();
    await desk.addScene("crowd", { miniProgramId: id });
    const crowd = (at: number) =>
      desk.ask("crowd", { appId, ...from(`198.51.${Math.floor(at / 20)}.${at % 20}`) });
    const all = await statuses(260, crowd);
    expect(all.filter((status) => status === 200)).toHaveLength(200);
    expect(all.filter((status) => status === 429)).toHaveLength(60);
    expect((await desk.ask("busy", from("192.0.2.4"))).status).toBe(200);
  });

  it("of addresses out of one IPv6 network counts as one", async () => {
    const all = await statuses(40, (at) => desk.ask("busy", from(`2001:db8:1:2::${at}`)));
    expect(all.filter((status) => status === 429)).toHaveLength(10);
  });
});
