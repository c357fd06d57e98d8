import { setTimeout } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import type { FaultRuleInput } from "./faults";
import { APPID, errcodeIn, startSandbox, type UnderTest } from "./sandbox-under-test";

const BODY = { path: "pages/index/index?f=1" };

async function withFault(rule: Omit<FaultRuleInput, "endpoint">): Promise<UnderTest> {
  const under = await startSandbox();
  under.sandbox.state.addFault({ endpoint: "getwxacode", ...rule });
  return under;
}

function usedOf({ sandbox }: UnderTest): number | undefined {
  return sandbox.state.findAccount(APPID)?.used;
}

describe("each fault", () => {
  it("json_as_jpeg: an error text under image/jpeg", async () => {
    const under = await withFault({ fault: { kind: "json_as_jpeg", errcode: 42001 } });
    const response = await under.mint("A", BODY);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(await response.json()).toMatchObject({ errcode: 42001 });
    expect(usedOf(under)).toBe(0);
  });

  it("truncated_jpeg: half a picture with a matching length", async () => {
    const under = await withFault({ fault: "truncated_jpeg", times: 1 });
    const half = await under.mint("A", BODY);
    const bytes = Buffer.from(await half.arrayBuffer());
    expect(half.headers.get("content-length")).toBe(String(bytes.length));
    expect(bytes.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    const whole = Buffer.from(await (await under.mint("A", BODY)).arrayBuffer());
    expect(bytes.length).toBe(Math.floor(whole.length / 2));
    expect(usedOf(under)).toBe(1);
  });

  it("truncated_body: the whole length announced, half sent, then a reset", async () => {
    const under = await withFault({ fault: "truncated_body" });
    const response = await under.mint("A", BODY);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(10_000);
    await expect(response.arrayBuffer()).rejects.toThrow("terminated");
    expect(usedOf(under)).toBe(1);
  });

  it("html, http_500 and empty: no JSON and no picture", async () => {
    const html = await (await withFault({ fault: "html" })).mint("A", BODY);
    expect([html.status, html.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    expect(await html.text()).toContain("<html>");
    expect((await (await withFault({ fault: "http_500" })).mint("A", BODY)).status).toBe(500);
    const empty = await (await withFault({ fault: "empty" })).mint("A", BODY);
    expect([empty.status, await empty.text()]).toEqual([200, ""]);
  });

  it("reset: nothing comes back, and the code is counted, or not", async () => {
    const counted = await withFault({ fault: "reset" });
    await expect(counted.mint("A", BODY)).rejects.toThrow("fetch failed");
    expect(usedOf(counted)).toBe(1);
    const free = await withFault({ fault: "reset", counted: "after" });
    await expect(free.mint("A", BODY)).rejects.toThrow("fetch failed");
    expect(usedOf(free)).toBe(0);
  });

  it("hang: never answers, and closing the sandbox still works", async () => {
    const under = await withFault({ fault: "hang" });
    const outcome = under.mint("A", BODY).catch((error: unknown) => String(error));
    const logged = () => under.sandbox.state.listRequests("getwxacode").at(-1);
    await expect.poll(() => logged()?.wasCounted).toBe(true);
    await under.sandbox.close();
    expect(await outcome).toContain("fetch failed");
    expect(under.sandbox.state.listRequests("getwxacode")).toMatchObject([
      { fault: "hang", errcode: null, wasCounted: true },
    ]);
  });

  it.each([
    ["before", 1],
    ["after", 0],
  ] as const)(
    "slow: answers rightly, late, counted %s the wait",
    async (counted, usedMeanwhile) => {
      const under = await withFault({ fault: { kind: "slow", ms: 400 }, counted });
      const start = performance.now();
      const answer = under.mint("A", BODY);
      await setTimeout(200);
      expect(usedOf(under)).toBe(usedMeanwhile);
      expect(await errcodeIn(await answer)).toBe(0);
      expect(performance.now() - start).toBeGreaterThan(390);
      expect(usedOf(under)).toBe(1);
    },
  );

  it("errcode: any code, counted when asked", async () => {
    const under = await withFault({ fault: { kind: "errcode", errcode: -1 }, counted: "before" });
    expect(await (await under.mint("A", BODY)).json()).toMatchObject({
      errcode: -1,
      errmsg: expect.stringMatching(/^system error rid: /),
    });
    expect(usedOf(under)).toBe(1);
  });
});

const fault = { kind: "errcode", errcode: 45011 } as const;

/** The errcodes of three calls under one rule. */
async function series(rule: Omit<FaultRuleInput, "endpoint" | "fault">): Promise<number[]> {
  const under = await startSandbox(() => 0.5);
  under.sandbox.state.addFault({ endpoint: "*", fault, ...rule });
  const codes = [];
  for (let call = 0; call < 3; call += 1) codes.push(await under.errcodeOf("A", BODY));
  return codes;
}

describe("when a fault fires", () => {
  it("for the first so many, the nth, or by chance", async () => {
    expect(await series({ times: 2 })).toEqual([45011, 45011, 0]);
    expect(await series({ nth: 2 })).toEqual([0, 45011, 0]);
    expect(await series({ probability: 0.6 })).toEqual([45011, 45011, 45011]);
    expect(await series({ probability: 0.5 })).toEqual([0, 0, 0]);
  });

  it("only for its endpoint and account", async () => {
    const { sandbox, errcodeOf, fetchStable } = await startSandbox();
    sandbox.state.addFault({ endpoint: "getwxacode", fault });
    sandbox.state.addFault({ endpoint: "*", appid: "wxother", fault });
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    sandbox.state.addFault({ endpoint: "stable_token", appid: APPID, fault });
    expect((await fetchStable()).errcode).toBe(45011);
  });
});
