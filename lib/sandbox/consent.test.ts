import { describe, expect, it } from "vitest";

import { CONSENT_PATH } from "./consent-routes";
import { COMPONENT, startPlatform, startReceiver } from "./platform-under-test";
import { APPID } from "./sandbox-under-test";

const REDIRECT = "http://127.0.0.1:3000/back?desk=a%20b";

/** A platform with a fresh pre-authorisation code, and ways to open and to submit the page. */
async function startConsent(extra: object = {}) {
  const under = await startPlatform(extra);
  const { component_access_token: componentToken } = await under.fetchToken();
  const { pre_auth_code: preAuthCode } = await under.call(
    "api_create_preauthcode",
    {},
    componentToken,
  );
  const addressOf = (changes: Record<string, string> = {}) =>
    `${under.sandbox.url}${CONSENT_PATH}?${new URLSearchParams({
      component_appid: COMPONENT.appid,
      pre_auth_code: preAuthCode,
      redirect_uri: REDIRECT,
      auth_type: "2",
      ...changes,
    })}`;
  const show = async (changes?: Record<string, string>) => {
    const response = await fetch(addressOf(changes));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const submit = (fields: [string, string][], changes?: Record<string, string>) =>
    fetch(addressOf(changes), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  return { ...under, componentToken, preAuthCode, show, submit };
}

describe("the authorisation page", () => {
  it("says what it is in both languages, and offers every mini program and the sets", async () => {
    const { show, sandbox } = await startConsent();
    sandbox.state.createAccount({ appid: "wx00000000000000a1", secret: "s3" });
    const { status, headers, text } = await show();
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/html/);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(text).toContain("这不是微信的页面");
    expect(text).toContain("This is not WeChat");
    expect(text.match(/name="appid"\s+value="\w+"/g)).toHaveLength(2);
    for (const id of [17, 18, 88]) expect(text).toContain(`name="sets" value="${id}" checked`);
    expect(text).not.toContain("s3");
    expect(text).not.toContain("<script");
    expect(sandbox.state.listRequests().map(({ endpoint }) => endpoint)).not.toContain(
      "componentloginpage",
    );
  });

  it("offers biz_appid alone when it is named, and marks who has consented before", async () => {
    const { show, sandbox, authorise } = await startConsent();
    sandbox.state.createAccount({ appid: "wx00000000000000a1", secret: "s3" });
    expect((await show({ biz_appid: APPID })).text).not.toContain("wx00000000000000a1");
    expect((await show()).text).not.toContain("已授权");
    await authorise({ appid: APPID });
    expect((await show()).text).toContain("已授权");
  });

  it("escapes what comes from outside", async () => {
    const { show } = await startConsent();
    const { status, text } = await show({ component_appid: '"><script>' });
    expect([status, text.includes("<script>")]).toEqual([400, false]);
    const odd = await show({ redirect_uri: "http://127.0.0.1/<b>\"'" });
    expect([odd.status, odd.text.includes("<b>")]).toEqual([200, false]);
  });
});

describe("a visit that cannot go on", () => {
  const cases: [string, Record<string, string>, string][] = [
    ["an unknown platform", { component_appid: "wxother" }, "no such third-party platform"],
    ["an unknown code", { pre_auth_code: "x" }, "unknown or already used"],
    ["a redirect elsewhere", { redirect_uri: "https://example.com/" }, "redirect_uri"],
    ["a redirect that looks local", { redirect_uri: "http://127.0.0.1.evil.com" }, "redirect_uri"],
    ["a redirect with a user name", { redirect_uri: "http://127.0.0.1@evil.com" }, "redirect_uri"],
    ["a local one with a user name", { redirect_uri: "http://a:b@127.0.0.1" }, "redirect_uri"],
    ["a redirect to a script", { redirect_uri: "javascript:alert(1)" }, "redirect_uri"],
    ["no redirect", { redirect_uri: "" }, "redirect_uri"],
    ["an unknown mini program", { biz_appid: "wxother" }, "no such mini program"],
  ];
  it.each(cases)("is told why: %s", async (_name, changes, words) => {
    const { show, submit, sandbox } = await startConsent();
    const { status, text } = await show(changes);
    expect([status, text.includes(words)]).toEqual([400, true]);
    expect((await submit([["appid", APPID]], changes)).status).toBe(400);
    expect(sandbox.state.components.find(COMPONENT.appid)?.authorizations.size).toBe(0);
  });

  it("is told when the code has expired", async () => {
    const { show, clock } = await startConsent();
    clock.nowMs += 600_000;
    const { status, text } = await show();
    expect([status, text.includes("has expired")]).toEqual([400, true]);
  });

  it("is told when the form names a mini program that was not offered", async () => {
    const { submit } = await startConsent();
    expect((await submit([["appid", "wxother"]])).status).toBe(400);
    expect((await submit([])).status).toBe(400);
  });
});

describe("consent by the page", () => {
  it("leads back with a code that gives the ticked sets, and spends the pre-authorisation code", async () => {
    const { submit, call, componentToken } = await startConsent();
    const response = await submit([
      ["appid", APPID],
      ["sets", "17"],
      ["sets", "88"],
      ["sets", "99"],
    ]);
    expect(response.status).toBe(303);
    const target = response.headers.get("location") ?? "";
    expect(target.startsWith(`${REDIRECT}&auth_code=queryauthcode%40%40%40`)).toBe(true);
    const query = new URL(target).searchParams;
    expect(query.get("expires_in")).toBe("600");
    const { authorization_info: info } = await call(
      "api_query_auth",
      { authorization_code: query.get("auth_code") },
      componentToken,
    );
    expect(info.authorizer_appid).toBe(APPID);
    expect(info.func_info).toEqual([17, 88].map((id) => ({ funcscope_category: { id } })));
    expect((await submit([["appid", APPID]])).status).toBe(400);
  });

  it("pushes to the platform before it leads back", async () => {
    const heard: string[] = [];
    const pushUrl = await startReceiver(async (request) => {
      heard.push(String(request.getBody()));
      return "success";
    });
    const { submit } = await startConsent({ pushUrl });
    await submit([["appid", APPID]]);
    expect(heard).toHaveLength(1);
  });

  it("leads to the registered host and no other, this machine included", async () => {
    const { submit, show } = await startConsent({ redirectHost: "desk.example.com" });
    expect((await show()).status).toBe(400);
    const response = await submit([["appid", APPID]], {
      redirect_uri: "https://desk.example.com:8443/back",
    });
    expect(response.headers.get("location")).toMatch(
      /^https:\/\/desk\.example\.com:8443\/back\?auth_code=/,
    );
  });

  it("refuses a redirectHost that is no host", async () => {
    const { control, home } = await startPlatform();
    expect((await control(home, { redirectHost: "http://a/" }, "PATCH")).status).toBe(400);
    expect((await control(home, { redirectHost: "desk.test" }, "PATCH")).json).toMatchObject({
      redirectHost: "desk.test",
    });
  });
});
