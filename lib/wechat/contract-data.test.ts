import { describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { createSandbox } from "@/lib/sandbox/server";
import { createCallPolicy } from "./call-policy";
import { createWechatClient, type WechatClientOptions } from "./client";
import { isWechatApiError } from "./errors";
import { createMemoryTokenStore } from "./memory-token-store";
import { rejection, stillClock } from "./testing/wechat-double";

const { appid: APP_ID, secret: SECRET } = BUILT_IN_ACCOUNT;
/** Noon in China, 30 s into a minute. */
const NOON = Date.UTC(2026, 2, 10, 4, 0, 30);
const PAGE = "pages/index/index";
const A_PATH = "/wxa/getwxacode";

async function meet(options: Partial<WechatClientOptions> & { policed?: boolean } = {}) {
  const { policed = false, ...rest } = options;
  const clock = stillClock(NOON);
  const sandbox = await createSandbox({ now: () => clock.now().getTime() });
  onTestFinished(() => sandbox.close());
  const policy = createCallPolicy({ clock, random: () => 0.5, sleep: async () => undefined });
  const client = createWechatClient({
    baseUrl: sandbox.url,
    appId: APP_ID,
    secret: () => SECRET,
    tokenStore: createMemoryTokenStore(),
    clock,
    ...(policed && { policy }),
    ...rest,
  });
  onTestFinished(() => client.close());
  return { clock, sandbox, client };
}

describe("the client and the sandbox, beside pictures", () => {
  it("count, clear and count again", async () => {
    const { client } = await meet();
    await client.getWxacode({ path: PAGE, width: 280 });
    const { quota } = await client.getQuota({ cgiPath: A_PATH });
    expect(quota).toEqual({ dailyLimit: 10_000, used: 1, remain: 9_999 });
    await client.clearQuota({ confirmedBy: "Li Wei" });
    expect((await client.getQuota({ cgiPath: A_PATH })).quota.used).toBe(0);
    expect(await rejection(client.getQuota({ cgiPath: "/wxa/nothing" }))).toMatchObject({
      errcode: 76021,
      errorClass: "never",
    });
  });

  it("look up the rid of a refusal, without its token", async () => {
    const { client } = await meet();
    const error = await rejection(client.getWxacodeUnlimit({ scene: "1", page: "pages/none" }));
    const rid = isWechatApiError(error) ? (error.rid ?? "") : "";
    const report = await client.getRid({ rid });
    expect(report.requestUrl).toContain("getwxacodeunlimit");
    expect(report.requestUrl).not.toMatch(/access_token=(?!\[redacted])./);
    expect(report.requestBody).toContain("pages/none");
    expect(report.responseBody).toContain("41030");
    const foreign = "00000000-00000000-00000000";
    expect(await rejection(client.getRid({ rid: foreign }))).toMatchObject({ errcode: 76001 });
  });

  it("make a scheme and a URL link, and read them back", async () => {
    const { client, clock } = await meet();
    const target = { path: PAGE, query: "a=1&b=%E7%A0%81", envVersion: "trial" as const };
    const at = new Date(clock.now().getTime() + 3 * 86_400_000);
    const read = { appid: APP_ID, path: PAGE, query: target.query, envVersion: "trial" };

    const { openLink } = await client.generateScheme({ jumpWxa: target, expiry: { at } });
    const scheme = await client.queryScheme({ scheme: openLink });
    expect(scheme.info).toMatchObject({ ...read, expireTime: at });

    const { urlLink } = await client.generateUrlLink({ ...target, expiry: { days: 3 } });
    const link = await client.queryUrlLink({ urlLink });
    expect(link.info).toMatchObject({ ...read, expireTime: at });

    const left = await client.queryScheme({ scheme: openLink, queryType: "quota" });
    expect(left.remainVisitQuota).toEqual(expect.any(Number));
    const missing = { scheme: "weixin://dl/business/?t=none" };
    expect(await rejection(client.queryScheme(missing))).toMatchObject({ errcode: 85403 });
  });

  it("make a short link", async () => {
    const { client } = await meet();
    const { link } = await client.generateShortLink({ pageUrl: `${PAGE}?a=1`, pageTitle: "活动" });
    expect(link).toMatch(/^#小程序:\/\//);
  });

  it("agree that a page of a link must be published", async () => {
    const { client } = await meet();
    const call = client.generateUrlLink({ path: "pages/none", expiry: { days: 1 } });
    expect(await rejection(call)).toMatchObject({ errcode: 40165, errorClass: "never" });
  });
});

describe("the policy, as the sandbox sees it", () => {
  it("repeats a lost B with the same scene", async () => {
    const { sandbox, client } = await meet({ policed: true });
    sandbox.state.addFault({ endpoint: "getwxacodeunlimit", fault: "reset", times: 1 });
    expect((await client.getWxacodeUnlimit({ scene: "a=1", width: 280 })).extension).toBe("jpg");
    const bodies = sandbox.state.listRequests("getwxacodeunlimit").map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toEqual(bodies[1]);
  });

  it("repeats a lost A once, and it is counted once", async () => {
    const { sandbox, client } = await meet({ policed: true, repeatUnknownLimited: true });
    const fault = { endpoint: "getwxacode", fault: "reset", times: 1 } as const;
    sandbox.state.addFault(fault);
    expect((await client.getWxacode({ path: PAGE, width: 280 })).numUsed).toBe(1);
    expect(sandbox.state.listRequests("getwxacode")).toHaveLength(2);
    expect(sandbox.state.findAccount(APP_ID)?.used).toBe(1);
  });

  it("waits out B's minute, and B only goes on then", async () => {
    const { sandbox, client, clock } = await meet({ policed: true });
    const rates = { getwxacodeunlimit: { period: "minute", used: 5_000 } } as const;
    sandbox.state.updateAccount(APP_ID, { rates });
    const mint = () => client.getWxacodeUnlimit({ scene: "1", width: 280 });
    expect(await rejection(mint())).toMatchObject({ errcode: 45009 });
    expect(await rejection(mint())).toMatchObject({ why: "paused", reason: "next_minute" });
    expect(sandbox.state.listRequests("getwxacodeunlimit")).toHaveLength(1);
    clock.advance(30_000);
    expect((await mint()).extension).toBe("jpg");
  });

  it("storms at nobody whose tokens are always refused", async () => {
    const { sandbox, client, clock } = await meet({ policed: true });
    const fault = { kind: "errcode", errcode: 40001 } as const;
    sandbox.state.addFault({ endpoint: "getwxacodeunlimit", fault });
    for (let mint = 0; mint < 10; mint += 1) {
      await rejection(client.getWxacodeUnlimit({ scene: "1" }));
      clock.advance(10_000);
    }
    expect(sandbox.state.listRequests("getwxacodeunlimit").length).toBeLessThanOrEqual(6);
    expect(sandbox.state.listRequests("stable_token").length).toBeLessThanOrEqual(6);
  });
});
