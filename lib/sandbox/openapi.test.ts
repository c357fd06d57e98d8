import { describe, expect, it } from "vitest";

import { APPID, startSandbox } from "./sandbox-under-test";

const DAY = 86_400_000;

const quotaOf = (path: string) => ["openapi/quota/get", { cgi_path: path }] as const;

const ridIn = (answer: string) => /rid: (.{26})/.exec(answer)?.[1] ?? "";

async function startOpenApi() {
  const under = await startSandbox();
  const ask = async (path: string, body: unknown, token = under.token) =>
    (await under.post(`/cgi-bin/${path}?access_token=${token}`, body)).json();
  return { ...under, ask };
}

describe("POST /cgi-bin/openapi/quota/get", () => {
  it("shows the day's limit, used and remain of one endpoint", async () => {
    const { ask, errcodeOf } = await startOpenApi();
    await errcodeOf("A", { path: "pages/index/index" });
    await errcodeOf("A", { path: "" });
    expect(await ask(...quotaOf("/wxa/getwxacode"))).toEqual({
      errcode: 0,
      errmsg: "ok",
      quota: { daily_limit: 10_000, used: 2, remain: 9_998 },
    });
    expect((await ask(...quotaOf("/cgi-bin/token"))).quota.daily_limit).toBe(2_000);
  });

  it("counts the day of endpoints without a daily limit, and shows the minute's", async () => {
    const { ask, errcodeOf, clock, fetchStable } = await startOpenApi();
    await errcodeOf("B", { scene: "x" });
    const first = await ask(...quotaOf("/wxa/getwxacodeunlimit"));
    expect(first.quota.used).toBe(1);
    expect(first.rate_limit).toEqual({ call_count: 5_000, refresh_second: 60 });
    clock.nowMs += DAY;
    const { access_token: token } = await fetchStable();
    expect((await ask(...quotaOf("/wxa/getwxacodeunlimit"), token)).quota.used).toBe(0);
  });

  it("refuses paths it does not know", async () => {
    const { ask } = await startOpenApi();
    const errcodeFor = async (path: string) => (await ask(...quotaOf(path))).errcode;
    expect(await errcodeFor("wxa/getwxacode")).toBe(76003);
    expect(await errcodeFor("https://api.weixin.qq.com/wxa/getwxacode")).toBe(76003);
    expect(await errcodeFor("/sns/jscode2session")).toBe(76021);
    expect((await ask("openapi/quota/get", { cgi_path: 1 })).errcode).toBe(47001);
    expect((await ask("openapi/quota/get", "")).errcode).toBe(44002);
    expect((await ask("openapi/quota/get", {}, "unknown")).errcode).toBe(40001);
  });
});

describe("POST /cgi-bin/clear_quota", () => {
  it("starts the day's counts again and leaves the 100,000 alone", async () => {
    const { sandbox, ask, errcodeOf } = await startOpenApi();
    const rates = { getwxacode: { period: "day", used: 10_000 } } as const;
    sandbox.state.updateAccount(APPID, { used: 100_000, rates });
    expect(await errcodeOf("A", { path: "x" })).toBe(45009);
    expect(await ask("clear_quota", { appid: APPID })).toEqual({ errcode: 0, errmsg: "ok" });
    expect(await errcodeOf("A", { path: "x" })).toBe(45029);
  });

  it("is not carried out when a truncated answer comes instead", async () => {
    const { sandbox, post, token, errcodeOf } = await startOpenApi();
    const fault = { kind: "truncated_jpeg" } as const;
    sandbox.state.addFault({ endpoint: "clear_quota", fault, counted: "after" });
    sandbox.state.updateAccount(APPID, { rates: { getwxacode: { period: "day", used: 10_000 } } });
    const answer = await post(`/cgi-bin/clear_quota?access_token=${token}`, { appid: APPID });
    expect(await answer.text()).toMatch(/^{"errcode":-1/);
    expect(await errcodeOf("A", { path: "x" })).toBe(45009);
  });

  it("leaves a full minute full", async () => {
    const { sandbox, ask, errcodeOf } = await startOpenApi();
    const rates = { getwxacodeunlimit: { period: "minute", used: 5_000 } } as const;
    sandbox.state.updateAccount(APPID, { rates });
    await ask("clear_quota", { appid: APPID });
    expect(await errcodeOf("B", { scene: "x" })).toBe(45009);
  });

  it("works ten times a month, then 48006, and again from the first in China", async () => {
    const { ask, clock, fetchStable } = await startOpenApi();
    const order: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      order.push((await ask("clear_quota", { appid: APPID })).errcode);
    }
    expect(order).toEqual([...Array.from({ length: 10 }, () => 0), 48006]);
    clock.nowMs = Date.UTC(2026, 2, 31, 16);
    const { access_token: token } = await fetchStable();
    expect((await ask("clear_quota", { appid: APPID }, token)).errcode).toBe(0);
  });

  it("refuses another account's appid with 40013", async () => {
    const { ask } = await startOpenApi();
    expect((await ask("clear_quota", { appid: "wxother" })).errcode).toBe(40013);
  });
});

describe("POST /cgi-bin/openapi/rid/get", () => {
  it("tells the call behind a rid, without its token", async () => {
    const { ask, mint, clock, token } = await startOpenApi();
    const answer = await (await mint("B", { scene: "%" })).text();
    const rid = ridIn(answer);
    expect(await ask("openapi/rid/get", { rid })).toEqual({
      errcode: 0,
      errmsg: "ok",
      request: {
        invoke_time: Math.floor(clock.nowMs / 1000),
        cost_in_ms: 0,
        request_url: "/wxa/getwxacodeunlimit?access_token=[removed]",
        request_body: '{"scene":"%"}',
        response_body: answer,
        client_ip: "127.0.0.1",
      },
    });
    expect(answer).not.toContain(token);
  });

  it("finds the answer of a fault too", async () => {
    const { sandbox, ask, mint } = await startOpenApi();
    sandbox.state.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: -1 } });
    const answer = await (await mint("A", { path: "x" })).text();
    const rid = ridIn(answer);
    expect((await ask("openapi/rid/get", { rid })).request.response_body).toBe(answer);
  });

  it("refuses malformed, unknown, old and foreign rids", async () => {
    const { sandbox, ask, mint, clock, fetchStable } = await startOpenApi();
    const errcodeFor = async (rid: string, token?: string) =>
      (await ask("openapi/rid/get", { rid }, token)).errcode;
    const rid = ridIn(await (await mint("B", {})).text());
    expect(await errcodeFor("x")).toBe(76002);
    expect(await errcodeFor("00000000-00000000-00000000")).toBe(76001);
    const other = { appid: "wx00000000000000a1", secret: "s3" };
    sandbox.state.createAccount(other);
    const { access_token: foreign } = await fetchStable(other);
    expect(await errcodeFor(rid, foreign)).toBe(76003);
    clock.nowMs += 7 * DAY;
    const { access_token: token } = await fetchStable();
    expect(await errcodeFor(rid, token)).toBe(76001);
  });

  it("keeps the last thousand", async () => {
    const { sandbox, ask, mint, errcodeOf } = await startOpenApi();
    const answer = await (await mint("B", {})).text();
    const rid = ridIn(answer);
    sandbox.state.updateAccount(APPID, { rates: { getwxacodeunlimit: { period: "minute" } } });
    for (let count = 0; count < 50; count += 1) {
      await Promise.all(Array.from({ length: 20 }, () => errcodeOf("B", {})));
    }
    expect((await ask("openapi/rid/get", { rid })).errcode).toBe(76001);
  });
});
