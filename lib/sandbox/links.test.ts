import { describe, expect, it } from "vitest";

import { LinkBook } from "./link-book";
import { APPID, startSandbox } from "./sandbox-under-test";

const PAGE = "pages/index/index";
const DAY_S = 86_400;

async function startLinks() {
  const under = await startSandbox();
  const nowS = Math.floor(under.clock.nowMs / 1000);
  const ask = async (path: string, body: unknown, token = under.token) =>
    (await under.post(`/wxa/${path}?access_token=${token}`, body)).json();
  const scheme = async (target: object, rest: object = {}) =>
    (await ask("generatescheme", { jump_wxa: target, ...rest })).errcode;
  return { ...under, nowS, ask, scheme };
}

describe("generatescheme and queryscheme", () => {
  it("make a link and tell what it holds", async () => {
    const { ask, nowS } = await startLinks();
    const target = { path: PAGE, query: "a=1%20", env_version: "trial" };
    const made = await ask("generatescheme", {
      jump_wxa: target,
      expire_type: 1,
      expire_interval: 7,
    });
    expect(made).toEqual({
      errcode: 0,
      errmsg: "ok",
      openlink: expect.stringMatching(/^weixin:\/\/dl\/business\/\?t=[\w-]{12}$/),
    });
    expect(await ask("queryscheme", { scheme: made.openlink })).toEqual({
      errcode: 0,
      errmsg: "ok",
      scheme_info: { appid: APPID, ...target, create_time: nowS, expire_time: nowS + 7 * DAY_S },
    });
    const quota = await ask("queryscheme", { scheme: made.openlink, query_type: 1 });
    expect(quota.quota_info).toEqual({ remain_visit_quota: 3_000_000 });
  });

  it("opens the home page for thirty days when nothing is said", async () => {
    const { ask, nowS } = await startLinks();
    const { openlink } = await ask("generatescheme", {});
    expect((await ask("queryscheme", { scheme: openlink })).scheme_info).toEqual({
      appid: APPID,
      path: PAGE,
      query: "",
      env_version: "release",
      create_time: nowS,
      expire_time: nowS + 30 * DAY_S,
    });
  });

  it("refuses pages, queries and versions in the documented words", async () => {
    const { sandbox, scheme } = await startLinks();
    expect(await scheme({ path: "pages/none" })).toBe(40165);
    expect(await scheme({ path: `/${PAGE}` })).toBe(40165);
    expect(await scheme({ path: `${PAGE}?a=1` })).toBe(40165);
    expect(await scheme({ query: "a".repeat(1024) })).toBe(0);
    expect(await scheme({ query: "a".repeat(1025) })).toBe(40212);
    expect(await scheme({ query: "a=中" })).toBe(40212);
    expect(await scheme({ env_version: "beta" })).toBe(85402);
    expect(await scheme({ path: 1 })).toBe(47001);
    sandbox.state.updateAccount(APPID, { publishedPages: [] });
    expect(await scheme({})).toBe(85079);
  });

  it("takes an end between one minute and thirty days from now, else 85401", async () => {
    const { scheme, nowS } = await startLinks();
    const at = (seconds: number) => scheme({}, { is_expire: true, expire_time: nowS + seconds });
    expect([await at(60), await at(30 * DAY_S)]).toEqual([0, 0]);
    expect([await at(59), await at(30 * DAY_S + 1)]).toEqual([85401, 85401]);
    const days = (count: number) => scheme({}, { expire_type: 1, expire_interval: count });
    expect([await days(1), await days(30)]).toEqual([0, 0]);
    expect([await days(0), await days(31), await days(1.5)]).toEqual([85401, 85401, 85401]);
    expect(await scheme({}, { is_expire: true })).toBe(85401);
    expect(await scheme({}, { expire_type: 2 })).toBe(85401);
    expect(await scheme({}, { expire_time: "1" })).toBe(47001);
  });

  it("knows neither strange links nor another account's", async () => {
    const { sandbox, ask, fetchStable } = await startLinks();
    const { openlink: scheme } = await ask("generatescheme", {});
    expect((await ask("queryscheme", { scheme: "weixin://dl/business/?t=x" })).errcode).toBe(85403);
    expect((await ask("queryscheme", { scheme, query_type: 2 })).errcode).toBe(40097);
    expect((await ask("query_urllink", { url_link: scheme })).errcode).toBe(85403);
    const other = { appid: "wx00000000000000a1", secret: "s3" };
    sandbox.state.createAccount(other);
    const { access_token: foreign } = await fetchStable(other);
    expect((await ask("queryscheme", { scheme }, foreign)).errcode).toBe(85403);
  });

  it("allow a hundred a second, and 500,000 a day together with URL Links", async () => {
    const { sandbox, clock, ask } = await startLinks();
    const order: number[] = [];
    for (let count = 0; count < 101; count += 1) {
      order.push((await ask("generatescheme", {})).errcode);
    }
    expect(order.filter((errcode) => errcode === 44990)).toHaveLength(1);
    expect((await ask("generate_urllink", {})).errcode).toBe(0);
    clock.nowMs += 1_000;
    sandbox.state.updateAccount(APPID, {
      rates: { generatescheme: { period: "day", used: 500_000 } },
    });
    expect((await ask("generatescheme", {})).errcode).toBe(44993);
    expect((await ask("generate_urllink", {})).errcode).toBe(44993);
  });

  it("are remembered ten thousand at most", () => {
    const book = new LinkBook();
    const record = { appid: APPID, kind: "scheme", path: "", query: "", envVersion: "" } as const;
    for (let count = 0; count <= 10_000; count += 1) {
      book.keep(String(count), { ...record, createdAt: 0, expiresAt: 0 });
    }
    expect(book.find("0", "scheme", APPID)).toBeNull();
    expect(book.find("1", "scheme", APPID)).not.toBeNull();
  });
});

describe("generate_urllink and query_urllink", () => {
  it("make a link and tell what it holds", async () => {
    const { ask, nowS } = await startLinks();
    const { url_link: link } = await ask("generate_urllink", { path: PAGE, query: "a=1" });
    expect(link).toMatch(/^https:\/\/wxaurl\.cn\/[\w-]{12}$/);
    expect(await ask("query_urllink", { url_link: link })).toEqual({
      errcode: 0,
      errmsg: "ok",
      url_link_info: {
        appid: APPID,
        path: PAGE,
        query: "a=1",
        env_version: "release",
        create_time: nowS,
        expire_time: nowS + 30 * DAY_S,
      },
    });
  });

  it("has no cloud environments", async () => {
    const { ask } = await startLinks();
    expect((await ask("generate_urllink", { cloud_base: { env: "x" } })).errcode).toBe(85088);
    expect((await ask("generate_urllink", { cloud_base: "x" })).errcode).toBe(47001);
  });
});

describe("genwxashortlink", () => {
  const BODY = { page_url: `${PAGE}?a=1`, page_title: "shop" };

  it("makes a link, its title cut at twenty characters", async () => {
    const { ask } = await startLinks();
    expect((await ask("genwxashortlink", BODY)).link).toMatch(
      /^#小程序:\/\/SANDBOX\/shop\/[\w-]{12}$/,
    );
    const long = await ask("genwxashortlink", { ...BODY, page_title: "题".repeat(21) });
    expect(long.link).toContain(`/${"题".repeat(20)}.../`);
  });

  it("refuses strange pages, long addresses and an empty title", async () => {
    const { sandbox, ask } = await startLinks();
    const errcodeFor = async (body: object) =>
      (await ask("genwxashortlink", { ...BODY, ...body })).errcode;
    expect(await errcodeFor({ page_url: "pages/none" })).toBe(40066);
    expect(await errcodeFor({ page_url: `${PAGE}?${"a".repeat(1024)}` })).toBe(40066);
    expect(await errcodeFor({ page_title: "" })).toBe(40225);
    sandbox.state.updateAccount(APPID, { publishedPages: [] });
    expect(await errcodeFor({})).toBe(85079);
    sandbox.state.updateAccount(APPID, { canMakeShortLinks: false });
    expect(await errcodeFor({})).toBe(43104);
  });

  it("makes 100,000 permanent ones for life", async () => {
    const { sandbox, ask } = await startLinks();
    sandbox.state.updateAccount(APPID, { permanentShortLinks: 99_999 });
    const order = [];
    for (const isPermanent of [true, true, false]) {
      order.push((await ask("genwxashortlink", { ...BODY, is_permanent: isPermanent })).errcode);
    }
    expect(order).toEqual([0, 85400, 0]);
  });
});
