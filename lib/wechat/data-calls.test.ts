import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { WechatClient } from "./client";
import { sendJson } from "./testing/serve";
import { APP_ID, bench, rejection, stillClock } from "./testing/wechat-double";

const NOW = Date.UTC(2026, 0, 1);
const RID = "62bc0b4a-1a2b3c4d-5e6f7a8b";

interface Row {
  name: string;
  call: (client: WechatClient) => Promise<unknown>;
  path: string;
  body: unknown;
  answer: Record<string, unknown>;
  result: unknown;
}

const info = {
  appid: APP_ID,
  path: "pages/index",
  query: "a=1",
  create_time: 1_700_000_000,
  expire_time: 1_700_086_400,
  env_version: "release",
};
const readInfo = {
  appid: APP_ID,
  path: "pages/index",
  query: "a=1",
  createTime: new Date(1_700_000_000_000),
  expireTime: new Date(1_700_086_400_000),
  envVersion: "release",
};

const ROWS: Row[] = [
  {
    name: "getQuota",
    call: (client) => client.getQuota({ cgiPath: "/wxa/getwxacode" }),
    path: "/cgi-bin/openapi/quota/get",
    body: { cgi_path: "/wxa/getwxacode" },
    answer: {
      quota: { daily_limit: 10_000, used: 3, remain: 9_997 },
      rate_limit: { call_count: 5, refresh_second: 60 },
    },
    result: {
      quota: { dailyLimit: 10_000, used: 3, remain: 9_997 },
      rateLimit: { callCount: 5, refreshSecond: 60 },
      componentRateLimit: null,
    },
  },
  {
    name: "clearQuota",
    call: (client) => client.clearQuota({ confirmedBy: "Li Wei" }),
    path: "/cgi-bin/clear_quota",
    body: { appid: APP_ID },
    answer: {},
    result: undefined,
  },
  {
    name: "getRid",
    call: (client) => client.getRid({ rid: RID }),
    path: "/cgi-bin/openapi/rid/get",
    body: { rid: RID },
    answer: {
      request: {
        invoke_time: 1_700_000_000,
        cost_in_ms: 30,
        request_url: "/wxa/getwxacode?access_token=SOMEBODYS",
        request_body: '{"path":"p"}',
        response_body: '{"errcode":40159,"access_token":"SOMEBODYS"}',
        client_ip: "203.0.113.7",
      },
    },
    result: {
      invokeTime: new Date(1_700_000_000_000),
      costInMs: 30,
      requestUrl: "/wxa/getwxacode?access_token=[redacted]",
      requestBody: '{"path":"p"}',
      responseBody: '{"errcode":40159,"access_token":"[redacted]"}',
      clientIp: "203.0.113.7",
    },
  },
  {
    name: "generateScheme by days",
    call: (client) =>
      client.generateScheme({
        jumpWxa: { path: "/pages/index", query: "a=%E7%A0%81", envVersion: "trial" },
        expiry: { days: 30 },
      }),
    path: "/wxa/generatescheme",
    body: {
      jump_wxa: { path: "/pages/index", query: "a=%E7%A0%81", env_version: "trial" },
      is_expire: true,
      expire_type: 1,
      expire_interval: 30,
    },
    answer: { openlink: "weixin://dl/business/?t=T" },
    result: { openLink: "weixin://dl/business/?t=T" },
  },
  {
    name: "generateScheme to a moment",
    call: (client) => client.generateScheme({ expiry: { at: new Date(NOW + 3_600_000) } }),
    path: "/wxa/generatescheme",
    body: { is_expire: true, expire_type: 0, expire_time: NOW / 1000 + 3_600 },
    answer: { openlink: "weixin://dl/business/?t=T" },
    result: { openLink: "weixin://dl/business/?t=T" },
  },
  {
    name: "queryScheme",
    call: (client) => client.queryScheme({ scheme: "weixin://dl/business/?t=T" }),
    path: "/wxa/queryscheme",
    body: { scheme: "weixin://dl/business/?t=T", query_type: 0 },
    answer: { scheme_info: info },
    result: { info: readInfo, remainVisitQuota: null },
  },
  {
    name: "generateUrlLink",
    call: (client) =>
      client.generateUrlLink({
        path: "pages/index",
        query: "a=1",
        expiry: { days: 1 },
        cloudBase: { env: "prod", resourceAppid: "wx1" },
      }),
    path: "/wxa/generate_urllink",
    body: {
      path: "pages/index",
      query: "a=1",
      expire_type: 1,
      expire_interval: 1,
      cloud_base: { env: "prod", resource_appid: "wx1" },
      env_version: "release",
    },
    answer: { url_link: "https://wxaurl.cn/x" },
    result: { urlLink: "https://wxaurl.cn/x" },
  },
  {
    name: "queryUrlLink for the opens left",
    call: (client) => client.queryUrlLink({ urlLink: "https://wxaurl.cn/x", queryType: "quota" }),
    path: "/wxa/query_urllink",
    body: { url_link: "https://wxaurl.cn/x", query_type: 1 },
    answer: { quota_info: { remain_visit_quota: 2_999_999 } },
    result: { info: null, remainVisitQuota: 2_999_999 },
  },
  {
    name: "generateShortLink",
    call: (client) => client.generateShortLink({ pageUrl: "pages/index?a=1", pageTitle: "活动" }),
    path: "/wxa/genwxashortlink",
    body: { page_url: "pages/index?a=1", page_title: "活动", is_permanent: false },
    answer: { link: "#小程序://店/abc" },
    result: { link: "#小程序://店/abc" },
  },
];

describe.each(ROWS.map((row) => [row.name, row] as const))("%s", (_name, row) => {
  const clock = stillClock(NOW);

  it("sends snake_case with the token, and reads the answer", async () => {
    const { client, server, records } = await bench(
      (response) => sendJson(response, { errcode: 0, errmsg: "ok", ...row.answer }),
      { clock },
    );
    expect(await row.call(client)).toEqual(row.result);
    const [request] = server.to(row.path);
    expect(request?.query.get("access_token")).toBe("TOKEN_1");
    expect(JSON.parse(request?.body ?? "")).toEqual(row.body);
    expect(records.at(-1)).toMatchObject({ outcome: "data", requestBody: row.body });
  });

  it("renews a refused token once", async () => {
    const { client, server } = await bench(
      (response, { query }) =>
        sendJson(
          response,
          query.get("access_token") === "TOKEN_1"
            ? { errcode: 42001, errmsg: "access_token expired" }
            : { errcode: 0, ...row.answer },
        ),
      { clock },
    );
    expect(await row.call(client)).toEqual(row.result);
    expect(server.to(row.path)).toHaveLength(2);
  });

  it("fails in WeChat's words, or as an unknown outcome", async () => {
    const refused = await bench((response) => sendJson(response, { errcode: 48001 }), { clock });
    expect(await rejection(row.call(refused.client))).toMatchObject({ errcode: 48001 });
    const odd = await bench((response) => sendJson(response, { surprise: true }), { clock });
    expect(await rejection(row.call(odd.client))).toMatchObject({
      name: "WechatUnknownOutcomeError",
      why: "not_as_documented",
      quotaUsed: "no",
      mayRepeat: /^(get|query)/.test(row.name) ? "yes" : "no",
    });
  });
});

const days = (count: number) => new Date(NOW + count * 86_400_000);

describe("what breaks a limit of section 6", () => {
  const expiry = { days: 1 };

  it.each<[string, (client: WechatClient) => Promise<unknown>]>([
    ["a host in cgiPath", (c) => c.getQuota({ cgiPath: "https://api.weixin.qq.com/wxa/x" })],
    ["a host after two slashes", (c) => c.getQuota({ cgiPath: "//api.weixin.qq.com/wxa/x" })],
    ["cgiPath below /sns/", (c) => c.getQuota({ cgiPath: "/sns/jscode2session" })],
    ["a rid with four groups", (c) => c.getRid({ rid: `${RID}-62bc0b4a` })],
    ["clearing in nobody's name", (c) => c.clearQuota({ confirmedBy: " " })],
    ["a query of 1025", (c) => c.generateScheme({ jumpWxa: { query: "a".repeat(1025) }, expiry })],
    ["a query in Chinese", (c) => c.generateUrlLink({ query: "a=码", expiry })],
    ["a path with a query", (c) => c.generateUrlLink({ path: "p?a=1", expiry })],
    ["31 days", (c) => c.generateScheme({ expiry: { days: 31 } })],
    ["no day", (c) => c.generateUrlLink({ expiry: { days: 0 } })],
    ["an end in the past", (c) => c.generateScheme({ expiry: { at: days(-1) } })],
    ["an end in 31 days", (c) => c.generateUrlLink({ expiry: { at: days(31) } })],
    ["a page of 1025", (c) => c.generateShortLink({ pageUrl: "p".repeat(1025) })],
    ["an empty scheme", (c) => c.queryScheme({ scheme: "" })],
  ])("%s is not sent", async (_what, call) => {
    const { client, server } = await bench(() => undefined, { clock: stillClock(NOW) });
    expect(await rejection(call(client))).toBeInstanceOf(ZodError);
    expect(server.requests).toHaveLength(0);
  });
});
