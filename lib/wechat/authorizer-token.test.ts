import { describe, expect, it } from "vitest";
import { authorizerTokenFetcher } from "./authorizer-token";
import type { Authorizer } from "./component-client";
import { NoTokenError, WechatApiError } from "./errors";
import { rejection } from "./testing/wechat-double";

const APP = "wx0123456789abcdef";
const ASK = { forceRefresh: false };

const refusal = (errcode: number) => new WechatApiError("api_authorizer_token", errcode, "no");
const named = (authorizerAppId: string, refreshToken: string): Authorizer => ({
  authorizerAppId,
  refreshToken,
  authorizedAt: new Date(0),
});

/** A platform at which `valid` works and becomes `valid'`, and which lists `listed`. */
function platform(
  kept: string | null,
  { valid = "R", listed = [] as Authorizer[], errcode = 61023 } = {},
) {
  const steps: string[] = [];
  const fetchToken = authorizerTokenFetcher({
    authorizerAppId: APP,
    readRefreshToken: async () => kept,
    saveRefreshToken: async (token) => void steps.push(`save ${token}`),
    component: {
      refreshAuthorizer: async ({ authorizerAppId, refreshToken }) => {
        steps.push(`refresh ${refreshToken}`);
        expect(authorizerAppId).toBe(APP);
        if (refreshToken !== valid) throw refusal(errcode);
        return { token: "T", expiresInSeconds: 7200, refreshToken: `${valid}'` };
      },
      listAuthorizers: async ({ offset, count }) => {
        steps.push(`list ${offset} ${count}`);
        return { total: listed.length, authorizers: listed.slice(offset, offset + count) };
      },
    },
  });
  return { steps, fetchToken };
}

describe("authorizerTokenFetcher", () => {
  it("keeps the refresh token that comes with a token", async () => {
    const { steps, fetchToken } = platform("R");
    expect(await fetchToken(ASK)).toEqual({ token: "T", expiresInSeconds: 7200 });
    expect(steps).toEqual(["refresh R", "save R'"]);
  });

  it("asks nothing without a refresh token", async () => {
    const { steps, fetchToken } = platform(null);
    const error = await rejection(fetchToken(ASK));
    expect(error).toBeInstanceOf(NoTokenError);
    expect(error).toMatchObject({ reason: "withdrawn" });
    expect(steps).toEqual([]);
  });

  it("looks a refresh token that no longer holds up in the list, however long that is", async () => {
    const others = Array.from({ length: 1200 }, (_, place) => named(`wx${place}`, "X"));
    const { steps, fetchToken } = platform("OLD", { listed: [...others, named(APP, "R")] });
    expect((await fetchToken(ASK)).token).toBe("T");
    expect(steps).toEqual([
      "refresh OLD",
      "list 0 500",
      "list 500 500",
      "list 1000 500",
      "save R",
      "refresh R",
      "save R'",
    ]);
  });

  it("tries a listed refresh token once", async () => {
    const { steps, fetchToken } = platform("OLD", { listed: [named(APP, "OTHER")] });
    expect(await rejection(fetchToken(ASK))).toMatchObject({ errcode: 61023 });
    expect(steps).toEqual(["refresh OLD", "list 0 500", "save OTHER", "refresh OTHER"]);
  });

  it("calls a mini program that is not listed withdrawn", async () => {
    const listed = Array.from({ length: 500 }, (_, place) => named(`wx${place}`, "X"));
    const { steps, fetchToken } = platform("OLD", { listed });
    expect(await rejection(fetchToken(ASK))).toMatchObject({ reason: "withdrawn" });
    expect(steps).toEqual(["refresh OLD", "list 0 500"]);
  });

  it("calls 61003 withdrawn, and passes the rest on", async () => {
    const withdrawn = platform("OLD", { errcode: 61003 });
    expect(await rejection(withdrawn.fetchToken(ASK))).toMatchObject({ reason: "withdrawn" });
    const elsewhere = platform("OLD", { errcode: 61004 });
    expect(await rejection(elsewhere.fetchToken(ASK))).toMatchObject({ errcode: 61004 });
  });

  it("says nothing of the refresh token", async () => {
    const { fetchToken } = platform("OLD", { errcode: 61003 });
    expect(String(await rejection(fetchToken(ASK)))).toBe(
      `NoTokenError: ${APP} is not authorised: WeChat answered 61003`,
    );
  });
});
