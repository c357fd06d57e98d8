import { describe, expect, it } from "vitest";
import type { FetchToken } from "./access-token";
import { createCallPolicy } from "./call-policy";
import { NoTokenError, WechatNotSentError } from "./errors";
import { jpegBytes } from "./testing/pictures";
import { sendJson, sendPicture } from "./testing/serve";
import { bench, rejection, stillClock } from "./testing/wechat-double";

const A = "/wxa/getwxacode";
const FETCHED = { token: "FETCHED", expiresInSeconds: 7200 };

/** A token server of the caller's own, and what it was asked. */
function fetcher(answer: (forced: boolean) => Promise<typeof FETCHED> = async () => FETCHED) {
  const asked: boolean[] = [];
  const fetchToken: FetchToken = ({ forceRefresh }) => {
    asked.push(forceRefresh);
    return answer(forceRefresh);
  };
  return { asked, fetchToken };
}

describe("a token fetched by the caller", () => {
  it("is what calls are made with, and is kept", async () => {
    const { asked, fetchToken } = fetcher();
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes), {
      fetchToken,
    });
    await client.getWxacode({ path: "p" });
    await client.getWxacode({ path: "p" });
    expect(server.requests.map(({ query }) => query.get("access_token"))).toEqual([
      "FETCHED",
      "FETCHED",
    ]);
    expect(asked).toEqual([false]);
  });

  it("is asked for without force first, then with, and forced at most 10 times a day", async () => {
    const clock = stillClock();
    const { asked, fetchToken } = fetcher();
    const { client } = await bench((response) => sendJson(response, { errcode: 40001 }), {
      fetchToken,
      clock,
    });
    await rejection(client.getWxacode({ path: "p" }));
    expect(asked).toEqual([false, true]);
    for (let minute = 0; minute < 60; minute += 1) {
      clock.advance(30_000);
      await rejection(client.getWxacode({ path: "p" }));
    }
    expect(asked.filter((forced) => forced)).toHaveLength(10);
  });

  it.each(["no_ticket", "withdrawn", "token_server"] as const)(
    "that is not there (%s) leaves the call unsent, and is not asked for again",
    async (reason) => {
      const { asked, fetchToken } = fetcher(async () => {
        throw new NoTokenError(reason, "access_token=LEAK is off", "203.0.113.9");
      });
      const policy = createCallPolicy({ sleep: async () => undefined });
      const { client, server } = await bench(() => undefined, { fetchToken, policy });
      const error = await rejection(client.getWxacode({ path: "p" }));
      expect(error).toBeInstanceOf(WechatNotSentError);
      expect(error).toMatchObject({
        endpoint: "getwxacode",
        why: reason,
        detail: "access_token=[redacted] is off",
        refusedIp: "203.0.113.9",
        quotaUsed: "no",
        mayRepeat: "yes",
      });
      expect(asked).toEqual([false]);
      expect(server.to(A)).toHaveLength(0);
    },
  );

  it("that fails in any other way fails the call that way", async () => {
    const failure = new TypeError("the vault is shut");
    const { fetchToken } = fetcher(() => Promise.reject(failure));
    const { client } = await bench(() => undefined, { fetchToken, policy: createCallPolicy() });
    expect(await rejection(client.getWxacode({ path: "p" }))).toBe(failure);
    expect(await rejection(client.checkCredentials())).toBe(failure);
  });
});

describe("checkCredentials with a fetcher", () => {
  it("asks it without force", async () => {
    const { asked, fetchToken } = fetcher();
    const { client } = await bench(() => undefined, { fetchToken });
    expect(await client.checkCredentials()).toEqual({ ok: true, expiresInSeconds: 7200 });
    expect(asked).toEqual([false]);
  });

  it.each([
    [undefined, "stable_token"],
    ["api_authorizer_token", "api_authorizer_token"],
    ["token_server", "token_server"],
  ] as const)("named %s calls a missing token %s", async (tokenName, endpoint) => {
    const { fetchToken } = fetcher(() => Promise.reject(new NoTokenError("withdrawn", "gone")));
    const { client } = await bench(() => undefined, { fetchToken, tokenName });
    expect(await rejection(client.checkCredentials())).toMatchObject({
      name: "WechatNotSentError",
      endpoint,
      why: "withdrawn",
    });
  });
});
