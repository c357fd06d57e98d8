import { OpenPlatform, type ServerRequest } from "node-easywechat";
import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { MemoryCache } from "./memory-cache-under-test";
import { COMPONENT, startPlatform, startReceiver } from "./platform-under-test";
import { startRecorder } from "./recorder-under-test";
import { APPID } from "./sandbox-under-test";

type Event = Record<string, string>;

/** node-easywechat as a platform: its server receives pushes, its client calls the sandbox. */
async function startEasyWechat(aesKey = COMPONENT.encodingAesKey) {
  const under = await startPlatform();
  const recorder = await startRecorder(under.sandbox.url);
  const app = new OpenPlatform({
    app_id: COMPONENT.appid,
    secret: COMPONENT.secret,
    token: COMPONENT.token,
    aes_key: aesKey,
    http: { baseURL: `${recorder.url}/` },
  });
  app.setCache(new MemoryCache());
  const events: Event[] = [];
  const pushUrl = await startReceiver(async (request: ServerRequest) => {
    app.setRequest(request);
    events.push({ ...(await app.getServer().getDecryptedMessage()) } as unknown as Event);
    return String((await app.getServer().serve()).getBody());
  });
  await under.control(under.home, { pushUrl }, "PATCH");
  return { ...under, app, events, pushUrl, ...recorder };
}

describe("node-easywechat as a platform", () => {
  it("takes the ticket, the consent and the tokens, and mints", async () => {
    const { app, control, home, authorise, recorded } = await startEasyWechat();
    const { ticket, push } = (await control(`${home}/ticket`, {})).json;
    expect(push).toEqual({ status: 200, body: "success", isAccepted: true });
    expect(await app.getVerifyTicket().getTicket()).toBe(ticket);
    const { pre_auth_code: preAuthCode } = await app.createPreAuthorizationCode();
    const { authorizationCode } = await authorise({ appid: APPID, preAuthCode });
    const authorization = await app.getAuthorization(authorizationCode);
    expect(authorization.getAppId()).toBe(APPID);
    const refreshToken = authorization.getRefreshToken();
    const refreshed = await app.refreshAuthorizerToken(APPID, refreshToken);
    const token = String(refreshed.authorizer_access_token);
    const response = await app
      .getMiniAppWithAccessToken(APPID, token)
      .getClient()
      .request("POST", "wxa/getwxacodeunlimit", {
        data: { scene: "x" },
        responseType: "arraybuffer",
      });
    const { format } = await sharp(Buffer.from(response.getContent())).metadata();
    expect(format).toBe("jpeg");
    const named = { component_appid: COMPONENT.appid };
    expect(recorded.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      [
        "/cgi-bin/component/api_component_token",
        { ...named, component_appsecret: COMPONENT.secret, component_verify_ticket: ticket },
      ],
      ["/cgi-bin/component/api_create_preauthcode", named],
      ["/cgi-bin/component/api_query_auth", { ...named, authorization_code: authorizationCode }],
      [
        "/cgi-bin/component/api_authorizer_token",
        { ...named, authorizer_appid: APPID, authorizer_refresh_token: refreshToken },
      ],
      ["/wxa/getwxacodeunlimit", { scene: "x" }],
    ]);
    expect(recorded.slice(1, 4).map(({ query }) => Object.keys(query))).toEqual(
      Array.from({ length: 3 }, () => ["component_access_token"]),
    );
  });

  it("hears of consent, its change and its end, and of nothing when nothing changed", async () => {
    const { authorise, control, home, events, clock } = await startEasyWechat();
    const { authorizationCode } = await authorise({ appid: APPID });
    await authorise({ appid: APPID, sets: [88, 17, 18] });
    await authorise({ appid: APPID, sets: [17] });
    await control(`${home}/unauthorise`, { appid: APPID });
    const seconds = Math.floor(clock.nowMs / 1000);
    const attributes = events.map((event) => event.attributes);
    expect(attributes).toMatchObject([
      {
        AppId: COMPONENT.appid,
        CreateTime: String(seconds),
        InfoType: "authorized",
        AuthorizerAppid: APPID,
        AuthorizationCode: authorizationCode,
        AuthorizationCodeExpiredTime: String(seconds + 600),
        PreAuthCode: expect.stringMatching(/^preauthcode@@@/),
      },
      { InfoType: "updateauthorized", AuthorizerAppid: APPID },
      { InfoType: "unauthorized", AuthorizerAppid: APPID },
    ]);
  });

  it("reads pushes without CDATA too", async () => {
    const { sandbox, control, home } = await startEasyWechat();
    sandbox.state.configure({ pushCdata: false });
    expect((await control(`${home}/ticket`, {})).json.push.isAccepted).toBe(true);
  });

  it("is sent a ticket when it asks for pushes, with component_secret", async () => {
    const { app, call, sandbox } = await startEasyWechat();
    const start = (secret: object) => call("api_start_push_ticket", secret);
    expect(await start({ component_appsecret: COMPONENT.secret })).toMatchObject({
      errcode: 41004,
    });
    expect(await start({ component_secret: "no" })).toMatchObject({ errcode: 40125 });
    expect(await start({ component_secret: COMPONENT.secret })).toEqual({
      errcode: 0,
      errmsg: "ok",
    });
    const taken = () =>
      app
        .getVerifyTicket()
        .getTicket()
        .catch(() => "");
    await expect.poll(taken).toMatch(/^ticket@@@/);
    expect(sandbox.state.components.find(COMPONENT.appid)?.isPushing).toBe(true);
  });

  it("is pushed a further ticket by its own calls, once the newest is ten minutes old", async () => {
    const { call, clock, events, sandbox } = await startEasyWechat();
    const component = sandbox.state.components.find(COMPONENT.appid);
    const anyCall = () => call("api_component_token", {});
    await anyCall();
    expect(component?.tickets).toEqual([]);
    await call("api_start_push_ticket", { component_secret: COMPONENT.secret });
    clock.nowMs += 600_000;
    await anyCall();
    expect(component?.tickets).toHaveLength(1);
    clock.nowMs += 1;
    await anyCall();
    await anyCall();
    await expect.poll(() => events.length).toBe(2);
    expect(component?.tickets).toHaveLength(2);
    expect(events.at(-1)?.attributes).toMatchObject({
      InfoType: "component_verify_ticket",
      ComponentVerifyTicket: component?.tickets.at(-1)?.value,
    });
  });

  it("can be sent a push under the previous key, which one with the new key refuses", async () => {
    const previous = "Z".repeat(43);
    const { control, home } = await startEasyWechat(previous);
    await control(home, { previousEncodingAesKey: previous }, "PATCH");
    const ticket = async (body: object) => (await control(`${home}/ticket`, body)).json.push;
    expect(await ticket({ usePreviousKey: true })).toMatchObject({ isAccepted: true });
    expect(await ticket({})).toMatchObject({ isAccepted: false });
  });

  it("that cannot be reached costs nobody an error", async () => {
    const { control, home } = await startEasyWechat();
    const push = (await control(`${home}/ticket`, { url: "http://127.0.0.1:1/" })).json.push;
    expect(push).toMatchObject({ status: null, isAccepted: false });
  });
});
