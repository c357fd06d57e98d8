import { describe, expect, it } from "vitest";

import { APPID, startSandbox } from "./sandbox-under-test";

const SCENE = { scene: "a=1" };
const MINUTE = 60_000;

describe("GET /cgi-bin/token", () => {
  it("gives a new token each time, and the old one five more minutes", async () => {
    const { clock, errcodeOf, fetchPlain } = await startSandbox();
    const first = await fetchPlain();
    const second = await fetchPlain();
    expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    expect(second.access_token).not.toBe(first.access_token);
    clock.nowMs += 5 * MINUTE - 1;
    expect(await errcodeOf("B", SCENE, first.access_token)).toBe(0);
    clock.nowMs += 1;
    expect(await errcodeOf("B", SCENE, first.access_token)).toBe(40001);
    expect(await errcodeOf("B", SCENE, second.access_token)).toBe(0);
  });

  it("expires a token after two hours with 42001", async () => {
    const { clock, errcodeOf, fetchPlain } = await startSandbox();
    const { access_token: token } = await fetchPlain();
    clock.nowMs += 120 * MINUTE;
    expect(await errcodeOf("B", SCENE, token)).toBe(42001);
  });

  it("refuses bad credentials in the documented words", async () => {
    const { sandbox } = await startSandbox();
    const ask = async (query: string) =>
      (await fetch(`${sandbox.url}/cgi-bin/token?${query}`)).json() as Promise<{ errcode: number }>;
    const grant = "grant_type=client_credential";
    expect((await ask(`appid=${APPID}`)).errcode).toBe(40002);
    expect((await ask(grant)).errcode).toBe(41002);
    expect((await ask(`${grant}&appid=wxunknown`)).errcode).toBe(40013);
    expect((await ask(`${grant}&appid=${APPID}`)).errcode).toBe(41004);
    expect((await ask(`${grant}&appid=${APPID}&secret=no`)).errcode).toBe(40125);
    sandbox.state.updateAccount(APPID, { ipWhitelist: ["10.0.0.1"] });
    const secret = sandbox.state.findAccount(APPID)?.secret;
    expect(await ask(`${grant}&appid=${APPID}&secret=${secret}`)).toEqual({
      errcode: 40164,
      errmsg: expect.stringMatching(
        /^invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist rid: /,
      ),
    });
  });

  it("stops at the daily quota and starts again at midnight in China", async () => {
    const { sandbox, clock, fetchPlain } = await startSandbox();
    sandbox.state.updateAccount(APPID, { rates: { token: { period: "day", used: 2000 } } });
    expect((await fetchPlain()).errcode).toBe(45009);
    clock.nowMs += 12 * 60 * MINUTE;
    expect((await fetchPlain()).expires_in).toBe(7200);
  });
});

describe("POST /cgi-bin/stable_token", () => {
  it("keeps the token until its last five minutes, then hands out a second beside it", async () => {
    const { clock, errcodeOf, fetchStable, token } = await startSandbox();
    clock.nowMs += 115 * MINUTE - 1000;
    expect(await fetchStable()).toEqual({ access_token: token, expires_in: 301 });
    clock.nowMs += 1000;
    const next = await fetchStable();
    expect(next).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    expect(next.access_token).not.toBe(token);
    clock.nowMs += 5 * MINUTE - 1;
    expect(await errcodeOf("B", SCENE, token)).toBe(0);
    clock.nowMs += 1;
    expect(await errcodeOf("B", SCENE, token)).toBe(42001);
    expect(await errcodeOf("B", SCENE, next.access_token)).toBe(0);
  });

  it("kills the old token at once when forced", async () => {
    const { errcodeOf, fetchStable, token } = await startSandbox();
    const forced = await fetchStable({ force_refresh: true });
    expect(forced.access_token).not.toBe(token);
    expect(await errcodeOf("B", SCENE, token)).toBe(40001);
    expect(await errcodeOf("B", SCENE, forced.access_token)).toBe(0);
  });

  it("gives the current token back within 30 seconds of the last force", async () => {
    const { clock, fetchStable } = await startSandbox();
    const forced = await fetchStable({ force_refresh: true });
    clock.nowMs += 29_999;
    const again = await fetchStable({ force_refresh: true });
    expect(again.access_token).toBe(forced.access_token);
    clock.nowMs += 1;
    const next = await fetchStable({ force_refresh: true });
    expect(next.access_token).not.toBe(forced.access_token);
  });

  it("forces at most twenty times a day", async () => {
    const { clock, fetchStable } = await startSandbox();
    for (let count = 0; count < 20; count += 1) {
      clock.nowMs += 30_000;
      expect((await fetchStable({ force_refresh: true })).expires_in).toBe(7200);
    }
    clock.nowMs += 30_000;
    expect((await fetchStable({ force_refresh: true })).errcode).toBe(45009);
    expect((await fetchStable()).access_token).toBeTypeOf("string");
  });

  it.each([
    ["pending", 89503],
    ["refused_hour", 89507],
    ["refused_day", 89506],
  ] as const)(
    "waits for the administrator: %s answers %i, until it is open",
    async (ipVerdict, errcode) => {
      const { sandbox, fetchStable, fetchPlain } = await startSandbox();
      sandbox.state.updateAccount(APPID, { ipVerdict });
      expect((await fetchStable({ secret: "wrong" })).errcode).toBe(40125);
      expect((await fetchStable()).errcode).toBe(errcode);
      expect((await fetchPlain()).expires_in).toBe(7200);
      sandbox.state.updateAccount(APPID, { ipVerdict: "open" });
      expect((await fetchStable()).expires_in).toBe(7200);
    },
  );

  it("leaves the other endpoint's tokens alone", async () => {
    const { errcodeOf, fetchPlain, fetchStable, token } = await startSandbox();
    const plain = await fetchPlain();
    await fetchPlain();
    expect(await errcodeOf("B", SCENE, token)).toBe(0);
    await fetchStable({ force_refresh: true });
    expect(await errcodeOf("B", SCENE, plain.access_token)).toBe(0);
  });

  it("checks method, body and types", async () => {
    const { sandbox, post, fetchStable } = await startSandbox();
    const path = "/cgi-bin/stable_token";
    expect(await (await fetch(sandbox.url + path)).json()).toMatchObject({ errcode: 43002 });
    expect(await (await post(path, "")).json()).toMatchObject({ errcode: 44002 });
    expect(await (await post(path, "a=b")).json()).toMatchObject({ errcode: 47001 });
    expect((await fetchStable({ force_refresh: "true" })).errcode).toBe(47001);
    expect((await fetchStable({ secret: "wrong" })).errcode).toBe(40125);
  });
});
