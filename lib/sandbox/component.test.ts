import { describe, expect, it } from "vitest";

import { BUILT_IN_COMPONENT } from "./account";
import { COMPONENT, startPlatform } from "./platform-under-test";
import { APPID } from "./sandbox-under-test";

const HOUR = 3_600_000;
const SCENE = { scene: "a=1" };

/** A platform with one consent, and the first tokens for it. */
async function startAuthorised(consent: object = {}, extra: object = {}) {
  const under = await startPlatform(extra);
  const { component_access_token: componentToken } = await under.fetchToken();
  const { authorizationCode } = await under.authorise({ appid: APPID, ...consent });
  const queryAuth = (code: string) =>
    under.call("api_query_auth", { authorization_code: code }, componentToken);
  const { authorization_info: info } = await queryAuth(authorizationCode);
  const refresh = (refreshToken: string, appid = APPID) =>
    under.call(
      "api_authorizer_token",
      { authorizer_appid: appid, authorizer_refresh_token: refreshToken },
      componentToken,
    );
  return { ...under, componentToken, authorizationCode, info, queryAuth, refresh };
}

describe("the component token", () => {
  it("comes for the secret and the ticket", async () => {
    const { fetchToken } = await startPlatform();
    expect(await fetchToken()).toEqual({
      component_access_token: expect.any(String),
      expires_in: 7200,
    });
  });

  it("is refused in the documented words", async () => {
    const { sandbox, call, control, home } = await startPlatform();
    const secret = { component_appsecret: COMPONENT.secret };
    const errcodeFor = async (body: object) => (await call("api_component_token", body)).errcode;
    expect(await errcodeFor({ component_appid: "" })).toBe(41018);
    expect(await errcodeFor({ component_appid: "wxother" })).toBe(61011);
    expect(await errcodeFor({})).toBe(41004);
    expect(await errcodeFor({ component_appsecret: "no" })).toBe(40125);
    expect(await errcodeFor(secret)).toBe(61006);
    expect(await errcodeFor({ component_appsecret: 1 })).toBe(47001);
    await control(home, { ipWhitelist: ["10.0.0.1"] }, "PATCH");
    expect(await call("api_component_token", secret)).toEqual({
      errcode: 61004,
      errmsg: expect.stringMatching(
        /^access clientip is not registered requestIP: 127\.0\.0\.1 rid: /,
      ),
    });
    const path = "/cgi-bin/component/api_component_token";
    expect(await (await fetch(sandbox.url + path)).json()).toMatchObject({ errcode: 43002 });
  });

  it("wants a ticket younger than twelve hours, and takes an older one of these", async () => {
    const { clock, control, home, call } = await startPlatform();
    const { ticket } = (await control(`${home}/ticket`, {})).json;
    await control(`${home}/ticket`, {});
    const ask = () =>
      call("api_component_token", {
        component_appsecret: COMPONENT.secret,
        component_verify_ticket: ticket,
      });
    clock.nowMs += 12 * HOUR - 1;
    expect((await ask()).expires_in).toBe(7200);
    clock.nowMs += 1;
    expect((await ask()).errcode).toBe(61005);
  });

  it("cannot be had from the token endpoints, which answer 61024", async () => {
    const { fetchStable } = await startPlatform();
    const { appid, secret } = COMPONENT;
    expect((await fetchStable({ appid, secret })).errcode).toBe(61024);
  });

  it("works under both query names, and no other kind of token does", async () => {
    const { post, fetchToken, token, errcodeOf, clock } = await startPlatform();
    const { component_access_token: componentToken } = await fetchToken();
    const body = { component_appid: COMPONENT.appid };
    const ask = async (query: string, sent: object = body) =>
      (await post(`/cgi-bin/component/api_create_preauthcode${query}`, sent)).json();
    const granted = { pre_auth_code: expect.stringMatching(/^preauthcode@@@/), expires_in: 600 };
    expect(await ask(`?component_access_token=${componentToken}`)).toEqual(granted);
    expect(await ask(`?access_token=${componentToken}`)).toEqual(granted);
    expect((await ask("")).errcode).toBe(41001);
    expect((await ask("?access_token=%2B")).errcode).toBe(40014);
    expect((await ask("?access_token=x")).errcode).toBe(40001);
    expect((await ask(`?access_token=${token}`)).errcode).toBe(61014);
    expect((await ask(`?access_token=${componentToken}`, {})).errcode).toBe(41018);
    const other = { component_appid: "wxother" };
    expect((await ask(`?access_token=${componentToken}`, other)).errcode).toBe(61011);
    expect(await errcodeOf("B", SCENE, componentToken)).toBe(48001);
    clock.nowMs += 2 * HOUR;
    expect((await ask(`?access_token=${componentToken}`)).errcode).toBe(42001);
  });
});

describe("consent", () => {
  it("gives tokens and the permission sets for the code, once", async () => {
    const { info, authorizationCode, queryAuth, errcodeOf, sandbox } = await startAuthorised();
    expect(info).toEqual({
      authorizer_appid: APPID,
      authorizer_access_token: expect.any(String),
      expires_in: 7200,
      authorizer_refresh_token: expect.stringMatching(/^refreshtoken@@@/),
      func_info: [17, 18, 88].map((id) => ({ funcscope_category: { id } })),
    });
    expect((await queryAuth(authorizationCode)).errcode).toBe(61009);
    expect(await errcodeOf("B", SCENE, info.authorizer_access_token)).toBe(0);
    expect(await errcodeOf("A", { path: "x" }, info.authorizer_access_token)).toBe(0);
    expect(await errcodeOf("C", { path: "x" }, info.authorizer_access_token)).toBe(0);
    expect(sandbox.state.listRequests("getwxacode")).toMatchObject([{ appid: APPID }]);
  });

  it("ends a code after ten minutes with 61010", async () => {
    const { authorise, queryAuth, clock } = await startAuthorised();
    const { authorizationCode, expiresIn } = await authorise({ appid: APPID });
    clock.nowMs += expiresIn * 1000;
    expect((await queryAuth(authorizationCode)).errcode).toBe(61010);
  });

  it("without set 17 refuses codes, without 88 links, with 61007", async () => {
    const { info, errcodeOf, post } = await startAuthorised({ sets: [18] });
    const token = info.authorizer_access_token;
    expect(info.func_info).toEqual([{ funcscope_category: { id: 18 } }]);
    expect(await errcodeOf("B", SCENE, token)).toBe(61007);
    expect(
      await (await post(`/wxa/generatescheme?access_token=${token}`, {})).json(),
    ).toMatchObject({ errcode: 61007 });
    const quota = { cgi_path: "/wxa/getwxacode" };
    const path = `/cgi-bin/openapi/quota/get?access_token=${token}`;
    expect(await (await post(path, quota)).json()).toMatchObject({ errcode: 0 });
  });

  it("takes a pre-authorisation code once", async () => {
    const { call, componentToken, control, home } = await startAuthorised();
    const { pre_auth_code: preAuthCode } = await call("api_create_preauthcode", {}, componentToken);
    const status = async () =>
      (await control(`${home}/authorise`, { appid: APPID, preAuthCode })).status;
    expect([await status(), await status()]).toEqual([200, 409]);
  });

  it("returns a refresh token every time, and the last one alone works", async () => {
    const { info, refresh, sandbox } = await startAuthorised();
    const first = info.authorizer_refresh_token;
    const second = await refresh(first);
    expect(second).toEqual({
      authorizer_access_token: expect.any(String),
      expires_in: 7200,
      authorizer_refresh_token: expect.stringMatching(/^refreshtoken@@@/),
    });
    expect(second.authorizer_refresh_token).not.toBe(first);
    expect((await refresh(first)).errcode).toBe(61023);
    sandbox.state.configure({ rotatingRefreshTokens: false });
    const third = await refresh(second.authorizer_refresh_token);
    expect(third.authorizer_refresh_token).toBe(second.authorizer_refresh_token);
    expect((await refresh("x", "wxother")).errcode).toBe(40013);
  });

  it("lists the refresh tokens for a platform that lost them", async () => {
    const { call, componentToken, info, clock } = await startAuthorised();
    const list = await call("api_get_authorizer_list", { offset: 0, count: 1 }, componentToken);
    expect(list).toEqual({
      total_count: 1,
      list: [
        {
          authorizer_appid: APPID,
          refresh_token: info.authorizer_refresh_token,
          auth_time: Math.floor(clock.nowMs / 1000),
        },
      ],
    });
  });

  it("loses the refresh token with a lost answer, and the list gives it back", async () => {
    const { sandbox, call, componentToken, info, refresh } = await startAuthorised();
    sandbox.state.addFault({ endpoint: "api_authorizer_token", fault: "reset", times: 1 });
    await expect(refresh(info.authorizer_refresh_token)).rejects.toThrow("fetch failed");
    expect((await refresh(info.authorizer_refresh_token)).errcode).toBe(61023);
    const { list } = await call("api_get_authorizer_list", {}, componentToken);
    expect((await refresh(list[0].refresh_token)).expires_in).toBe(7200);
  });

  it("when withdrawn answers 61003 everywhere, until it is given again", async () => {
    const { info, refresh, control, home, errcodeOf, authorise, queryAuth } =
      await startAuthorised();
    await control(`${home}/unauthorise`, { appid: APPID });
    expect(await errcodeOf("B", SCENE, info.authorizer_access_token)).toBe(61003);
    expect((await refresh(info.authorizer_refresh_token)).errcode).toBe(61003);
    const { authorizationCode } = await authorise({ appid: APPID });
    const { authorization_info: again } = await queryAuth(authorizationCode);
    expect(await errcodeOf("B", SCENE, again.authorizer_access_token)).toBe(0);
    expect(again.authorizer_refresh_token).not.toBe(info.authorizer_refresh_token);
  });

  it("does not lift the platform's address list", async () => {
    const { info, control, home, errcodeOf, token } = await startAuthorised();
    await control(home, { ipWhitelist: [] }, "PATCH");
    expect(await errcodeOf("B", SCENE, info.authorizer_access_token)).toBe(61004);
    expect(await errcodeOf("B", SCENE, token)).toBe(0);
  });
});

describe("the control API", () => {
  it("creates a platform once, shows it, and keeps pushes on this machine", async () => {
    const { control, home, sandbox } = await startPlatform();
    expect((await control("/components", COMPONENT)).status).toBe(409);
    expect((await control("/components", { ...COMPONENT, encodingAesKey: "short" })).status).toBe(
      400,
    );
    expect((await control(home, { pushUrl: "http://example.com/" }, "PATCH")).status).toBe(400);
    expect((await control(`${home}/ticket`, { url: "http://10.0.0.1/" })).status).toBe(400);
    const listed = await (await fetch(`${sandbox.url}/__sandbox/components`)).json();
    expect(listed.components).toMatchObject([
      { ...BUILT_IN_COMPONENT, pushUrl: null, redirectHost: null },
      { ...COMPONENT, ticket: null, isPushing: false },
    ]);
    sandbox.state.reset();
    expect((await fetch(`${sandbox.url}/__sandbox${home}`)).status).toBe(404);
    expect(sandbox.state.components.list()).toMatchObject([BUILT_IN_COMPONENT]);
  });

  it("keeps tickets, codes and secrets out of the log", async () => {
    const { sandbox, authorizationCode, info, refresh } = await startAuthorised();
    await refresh(info.authorizer_refresh_token);
    const log = JSON.stringify(sandbox.state.listRequests());
    for (const secret of [
      COMPONENT.secret,
      authorizationCode,
      info.authorizer_refresh_token,
      "ticket@@@",
    ]) {
      expect(log).not.toContain(secret);
    }
    expect(sandbox.state.listRequests("api_authorizer_token")).toMatchObject([
      { appid: COMPONENT.appid, errcode: 0, body: { authorizer_appid: APPID } },
    ]);
  });
});
