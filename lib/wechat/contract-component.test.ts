import { inspect } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { COMPONENT, startPlatform } from "@/lib/sandbox/platform-under-test";
import { APPID } from "@/lib/sandbox/sandbox-under-test";
import { authorizerTokenFetcher } from "./authorizer-token";
import type { CallRecord } from "./call-endpoint";
import { createWechatClient } from "./client";
import { createComponentClient } from "./component-client";
import { CODE_PERMISSION_SET } from "./limits";
import { createMemoryTokenStore } from "./memory-token-store";
import { rejection } from "./testing/wechat-double";
import type { TokenEvent } from "./token-events";

const HOUR_MS = 3_600_000;
const CODE = { path: "pages/index/index", width: 280 };

/** A platform's client, and what it has been pushed so far. */
async function meet({ secret = COMPONENT.secret } = {}) {
  const under = await startPlatform();
  const { sandbox, clock, control, home } = under;
  const records: CallRecord[] = [];
  const events: TokenEvent[] = [];
  let ticket: string | null = null;
  const pushTicket = async () => {
    ticket = (await control(`${home}/ticket`, { url: null })).json.ticket;
  };
  const component = createComponentClient({
    baseUrl: sandbox.url,
    componentAppId: COMPONENT.appid,
    secret: () => secret,
    readTicket: async () => ticket,
    tokenStore: createMemoryTokenStore(),
    clock: { now: () => new Date(clock.nowMs) },
    onCall: (record) => records.push(record),
    onTokenEvent: (event) => events.push(event),
  });
  onTestFinished(() => component.close());
  const seen = (name: Parameters<typeof sandbox.state.listRequests>[0]) =>
    sandbox.state.listRequests(name).length;
  return { ...under, component, records, events, pushTicket, seen };
}

/** A platform with the consent of the built-in mini program, and that one's client. */
async function meetAuthorised(consent: object = {}) {
  const met = await meet();
  const { sandbox, clock, component, pushTicket, authorise } = met;
  await pushTicket();
  const { preAuthCode } = await component.createPreAuthCode();
  const { authorizationCode } = await authorise({ appid: APPID, preAuthCode, ...consent });
  const info = await component.queryAuth(authorizationCode);
  const kept: (string | null)[] = [info.refreshToken];
  const client = createWechatClient({
    baseUrl: sandbox.url,
    appId: APPID,
    tokenStore: createMemoryTokenStore(),
    clock: { now: () => new Date(clock.nowMs) },
    tokenName: "api_authorizer_token",
    fetchToken: authorizerTokenFetcher({
      component,
      authorizerAppId: info.authorizerAppId,
      readRefreshToken: async () => kept.at(-1) ?? null,
      saveRefreshToken: async (token) => void kept.push(token),
    }),
  });
  onTestFinished(() => client.close());
  return { ...met, authorizationCode, info, kept, client };
}

describe("the component client and the sandbox", () => {
  it("have no token without a ticket, and one with it", async () => {
    const { component, pushTicket, seen } = await meet();
    const unsent = { name: "WechatNotSentError", why: "no_ticket", quotaUsed: "no" };
    expect(await rejection(component.createPreAuthCode())).toMatchObject({
      ...unsent,
      endpoint: "api_create_preauthcode",
    });
    expect(await rejection(component.checkCredentials())).toMatchObject({
      ...unsent,
      endpoint: "api_component_token",
    });
    expect(seen("api_component_token")).toBe(0);
    await pushTicket();
    expect(await component.checkCredentials()).toEqual({ ok: true, expiresInSeconds: 7200 });
    expect(await component.createPreAuthCode()).toEqual({
      preAuthCode: expect.stringMatching(/^preauthcode@@@/),
      expiresInSeconds: 600,
    });
  });

  it("agree on a wrong secret, and on a ticket that is too old", async () => {
    const wrong = await meet({ secret: "wrong" });
    await wrong.pushTicket();
    const refused = { endpoint: "api_component_token", errcode: 40125, errorClass: "stop_forever" };
    expect(await wrong.component.checkCredentials()).toMatchObject({ ok: false, error: refused });
    expect(await rejection(wrong.component.startPushTicket())).toMatchObject({ errcode: 40125 });
    const { component, pushTicket, clock } = await meet();
    await pushTicket();
    clock.nowMs += 12 * HOUR_MS;
    expect(await rejection(component.createPreAuthCode())).toMatchObject({ errcode: 61005 });
  });

  it("start the pushes", async () => {
    const { component, sandbox } = await meet();
    await component.startPushTicket();
    expect(sandbox.state.components.find(COMPONENT.appid)?.isPushing).toBe(true);
  });

  it("keep one component token, and replace a refused one once", async () => {
    const { component, pushTicket, sandbox, seen, events, clock } = await meet();
    await pushTicket();
    await component.createPreAuthCode();
    await component.createPreAuthCode();
    expect(seen("api_component_token")).toBe(1);
    sandbox.state.components.find(COMPONENT.appid)?.tokens.retireAll(clock.nowMs, 40001);
    await component.createPreAuthCode();
    expect(seen("api_component_token")).toBe(2);
    expect(events).toMatchObject([
      { kind: "fetched", forced: false },
      { kind: "refused", endpoint: "api_create_preauthcode", errcode: 40001 },
      { kind: "fetched", forced: true, isNew: true },
    ]);
    clock.nowMs += 2 * HOUR_MS;
    await component.createPreAuthCode();
    expect(seen("api_component_token")).toBe(3);
  });

  it("take a consent over, once", async () => {
    const { component, authorizationCode, info } = await meetAuthorised();
    expect(info).toEqual({
      authorizerAppId: APPID,
      token: expect.any(String),
      expiresInSeconds: 7200,
      refreshToken: expect.stringMatching(/^refreshtoken@@@/),
      permissionSets: expect.arrayContaining([CODE_PERMISSION_SET]),
    });
    expect(await rejection(component.queryAuth(authorizationCode))).toMatchObject({
      errcode: 61009,
      mayRepeat: "no",
    });
  });

  it("list the authorisers, page by page", async () => {
    const { component, info, clock } = await meetAuthorised();
    const own = {
      authorizerAppId: APPID,
      refreshToken: info.refreshToken,
      authorizedAt: new Date(Math.floor(clock.nowMs / 1000) * 1000),
    };
    const page = { offset: 0, count: 500 };
    expect(await component.listAuthorizers(page)).toEqual({ total: 1, authorizers: [own] });
    const next = { offset: 1, count: 500 };
    expect(await component.listAuthorizers(next)).toEqual({ total: 1, authorizers: [] });
    expect(await rejection(component.listAuthorizers({ offset: 0, count: 501 }))).toMatchObject({
      name: "ZodError",
    });
  });
});

describe("a mini program through its platform, and the sandbox", () => {
  it("mints A with its authoriser's token, and keeps every refresh token", async () => {
    const { client, kept, clock, sandbox } = await meetAuthorised();
    expect((await client.getWxacode(CODE)).numUsed).toBe(1);
    expect(sandbox.state.listRequests("getwxacode")).toMatchObject([{ appid: APPID, errcode: 0 }]);
    clock.nowMs += 2 * HOUR_MS;
    await client.getWxacode(CODE);
    expect(kept).toHaveLength(3);
    expect(new Set(kept).size).toBe(3);
    expect(await client.checkCredentials()).toEqual({ ok: true, expiresInSeconds: 7200 });
  });

  it("finds a refresh token that was lost with its answer in the list", async () => {
    const { client, kept, sandbox, seen } = await meetAuthorised();
    sandbox.state.addFault({ endpoint: "api_authorizer_token", fault: "reset", times: 1 });
    expect(await rejection(client.getWxacode(CODE))).toMatchObject({
      endpoint: "api_authorizer_token",
      why: "reset",
      quotaUsed: "no",
    });
    expect((await client.getWxacode(CODE)).extension).toBe("jpg");
    expect(seen("api_get_authorizer_list")).toBe(1);
    expect(kept).toHaveLength(3);
  });

  it("is withdrawn once its owner has withdrawn, and asks in vain until it is given again", async () => {
    const { client, kept, control, home, authorise, component, clock } = await meetAuthorised();
    await client.getWxacode(CODE);
    await control(`${home}/unauthorise`, { appid: APPID });
    expect(await rejection(client.getWxacode(CODE))).toMatchObject({
      endpoint: "getwxacode",
      errcode: 61003,
    });
    clock.nowMs += 2 * HOUR_MS;
    const unsent = { endpoint: "getwxacode", why: "withdrawn", quotaUsed: "no" };
    expect(await rejection(client.getWxacode(CODE))).toMatchObject(unsent);
    kept.push(null);
    expect(await rejection(client.checkCredentials())).toMatchObject({
      endpoint: "api_authorizer_token",
      why: "withdrawn",
    });
    const { authorizationCode } = await authorise({ appid: APPID });
    kept.push((await component.queryAuth(authorizationCode)).refreshToken);
    expect((await client.getWxacode(CODE)).extension).toBe("jpg");
  });

  it("is told that set 17 is missing", async () => {
    const { client, info } = await meetAuthorised({ sets: [18] });
    expect(info.permissionSets).toEqual([18]);
    expect(await rejection(client.getWxacode(CODE))).toMatchObject({
      errcode: 61007,
      errorClass: "stop_forever",
      quotaUsed: "no",
    });
  });

  it("leaves no secret in records and events", async () => {
    const { client, component, authorizationCode, kept, records, events, sandbox, info } =
      await meetAuthorised();
    await client.getWxacode(CODE);
    sandbox.state.addFault({
      endpoint: "api_get_authorizer_list",
      fault: { kind: "errcode", errcode: 40001 },
      times: 2,
    });
    const error = await rejection(component.listAuthorizers({ offset: 0, count: 1 }));
    const shown = inspect([records, events, error], { depth: 20, showHidden: true });
    expect(records.length).toBeGreaterThan(4);
    const [ticket] = sandbox.state.components.find(COMPONENT.appid)?.tickets ?? [];
    for (const secret of [
      COMPONENT.secret,
      ticket?.value ?? "",
      authorizationCode,
      info.token,
      ...kept,
    ]) {
      expect(secret).not.toBe("");
      expect(shown).not.toContain(secret);
    }
    expect(records).toContainEqual(
      expect.objectContaining({
        endpoint: "api_authorizer_token",
        outcome: "data",
        requestBody: { component_appid: COMPONENT.appid, authorizer_appid: APPID },
      }),
    );
  });
});
