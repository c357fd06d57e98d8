import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { isWechatApiError, isWechatNotSentError, isWechatUnknownOutcomeError } from "./errors";
import { jpegBytes, pngBytes } from "./testing/pictures";
import { closedPort, sendJson, sendPicture } from "./testing/serve";
import { APP_ID, bench, rejection, SECRET, TOKEN_PATH } from "./testing/wechat-double";

const A = "/wxa/getwxacode";
const B = "/wxa/getwxacodeunlimit";
const C = "/cgi-bin/wxaapp/createwxaqrcode";

const invalidCredential = {
  errcode: 40001,
  errmsg:
    "invalid credential, access_token is invalid or not latest rid: 62bc0b4a-1a2b3c4d-5e6f7a8b",
};

describe("a picture", () => {
  it("comes with its bytes, type and the count WeChat keeps", async () => {
    const { client, server } = await bench((response) =>
      sendPicture(response, jpegBytes, { "num-used": "4711" }),
    );
    const code = await client.getWxacode({ path: "pages/index/index?a=1", width: 500 });

    expect(code).toMatchObject({ mediaType: "image/jpeg", extension: "jpg", numUsed: 4711 });
    expect(code.bytes.equals(jpegBytes)).toBe(true);
    const [request] = server.to(A);
    expect(request?.query.get("access_token")).toBe("TOKEN_1");
    expect(JSON.parse(request?.body ?? "")).toMatchObject({ path: "pages/index/index?a=1" });
  });

  it("is named by its bytes when PNG comes labelled image/jpeg", async () => {
    const { client } = await bench((response) => sendPicture(response, pngBytes));
    const code = await client.getWxacodeUnlimit({ scene: "1", isHyaline: true });
    expect(code).toMatchObject({ mediaType: "image/png", extension: "png", numUsed: null });
  });

  it("is taken whatever type the header names", async () => {
    const { client } = await bench((response) =>
      sendPicture(response, jpegBytes, { "content-type": "text/plain" }),
    );
    expect(await client.createWxaQrcode({ path: "p" })).toMatchObject({ extension: "jpg" });
  });

  it("has no count when the header is missing or no number", async () => {
    const { client } = await bench((response) =>
      sendPicture(response, jpegBytes, { "num-used": "many" }),
    );
    expect((await client.getWxacode({ path: "p" })).numUsed).toBeNull();
  });

  it("goes to each call's own address", async () => {
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes));
    await client.getWxacode({ path: "p" });
    await client.getWxacodeUnlimit({ scene: "1" });
    await client.createWxaQrcode({ path: "p" });
    expect(server.requests.map(({ path }) => path)).toEqual([TOKEN_PATH, A, B, C]);
  });
});

describe("a refusal", () => {
  it("is told from JSON labelled image/jpeg, with its rid and class", async () => {
    const { client } = await bench((response) =>
      sendPicture(
        response,
        Buffer.from('{"errcode":41030,"errmsg":"invalid page rid: 62bc0b4a-1a2b3c4d-5e6f7a8b"}'),
      ),
    );
    const error = await rejection(client.getWxacodeUnlimit({ scene: "1", page: "pages/none" }));
    expect(isWechatApiError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "WechatApiError",
      endpoint: "getwxacodeunlimit",
      errcode: 41030,
      rid: "62bc0b4a-1a2b3c4d-5e6f7a8b",
      errorClass: "never",
      quotaUsed: "no",
      mayRepeat: "no",
    });
  });

  it.each([
    [45009, "getWxacodeUnlimit", "next_minute", "yes", "no"],
    [45009, "getWxacode", "next_day", "yes", "no"],
    [45029, "getWxacode", "stop_forever", "no", "no"],
    [-1, "getWxacode", "short_retry", "same_parameters", "unknown"],
    [-1, "getWxacodeUnlimit", "short_retry", "same_parameters", "no"],
    [99999, "getWxacode", "never", "no", "unknown"],
  ] as const)("%i from %s is %s", async (errcode, call, errorClass, mayRepeat, quotaUsed) => {
    const { client, server } = await bench((response) => sendJson(response, { errcode }));
    const sent =
      call === "getWxacode"
        ? client.getWxacode({ path: "p" })
        : client.getWxacodeUnlimit({ scene: "1" });
    expect(await rejection(sent)).toMatchObject({ errorClass, mayRepeat, quotaUsed });
    expect(server.requests).toHaveLength(2);
  });

  it("names the address to be put on the whitelist", async () => {
    const errmsg = "invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist";
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes), {
      tokens: (response) => sendJson(response, { errcode: 40164, errmsg }),
    });
    expect(await rejection(client.getWxacode({ path: "p" }))).toMatchObject({
      endpoint: "stable_token",
      refusedIp: "1.2.3.4",
      quotaUsed: "no",
    });
    expect(server.to(A)).toHaveLength(0);
  });
});

describe("an outcome nobody knows", () => {
  it.each([
    ["HTML with status 200", "html", 200, "<!DOCTYPE html><h1>login</h1>"],
    ["a gateway's 502", "http_5xx", 502, "<html>bad gateway</html>"],
    ["nothing at all", "empty", 200, ""],
    ["half a picture", "truncated", 200, jpegBytes.subarray(0, 100)],
  ])(
    "is %s: not repeated, and perhaps counted for A but not for B",
    async (_what, why, status, body) => {
      const { client, server } = await bench((response) => {
        response.writeHead(status, { "content-type": "image/jpeg" });
        response.end(body);
      });
      const limited = await rejection(client.getWxacode({ path: "p" }));
      const unlimited = await rejection(client.getWxacodeUnlimit({ scene: "1" }));
      expect(isWechatUnknownOutcomeError(limited)).toBe(true);
      const common = { why, httpStatus: status, mayRepeat: "same_parameters" };
      expect(limited).toMatchObject({ ...common, quotaUsed: "unknown" });
      expect(unlimited).toMatchObject({ ...common, quotaUsed: "no" });
      expect(server.to(A)).toHaveLength(1);
      expect(server.to(B)).toHaveLength(1);
    },
  );

  it("keeps 512 printable characters as evidence", async () => {
    const { client } = await bench((response) =>
      response.end(`<html>\u0000\u0007微信${"x".repeat(2_000)}`),
    );
    const error = await rejection(client.getWxacode({ path: "p" }));
    const evidence = isWechatUnknownOutcomeError(error) ? error.evidence : "";
    expect(evidence).toHaveLength(512);
    expect(evidence.startsWith("<html>..微信xxx")).toBe(true);
  });

  it("is a reset after the request", async () => {
    const { client } = await bench((response) => response.req.socket.resetAndDestroy());
    expect(await rejection(client.createWxaQrcode({ path: "p" }))).toMatchObject({
      why: "reset",
      quotaUsed: "unknown",
      httpStatus: null,
    });
  });
});

describe("a call that was not sent", () => {
  it("may be repeated freely", async () => {
    const { client } = await bench(() => undefined, {
      baseUrl: `http://127.0.0.1:${await closedPort()}`,
    });
    const error = await rejection(client.getWxacode({ path: "p" }));
    expect(isWechatNotSentError(error)).toBe(true);
    expect(error).toMatchObject({ why: "refused", mayRepeat: "yes", quotaUsed: "no" });
  });

  it("broke a limit of ours", async () => {
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes));
    const error = await rejection(client.getWxacodeUnlimit({ scene: "50%" }));
    expect(error).toBeInstanceOf(ZodError);
    expect(server.requests).toHaveLength(0);
  });

  it("was given up while the token was fetched, which goes on for the others", async () => {
    const stop = new AbortController();
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes), {
      tokens: (response) => {
        stop.abort();
        setTimeout(() => sendJson(response, { access_token: "TOKEN_1", expires_in: 7200 }), 50);
      },
    });
    const patient = client.getWxacode({ path: "p" });
    const hasty = rejection(client.getWxacode({ path: "p" }, { signal: stop.signal }));
    expect(await hasty).toMatchObject({ endpoint: "getwxacode", why: "aborted", quotaUsed: "no" });
    expect((await patient).extension).toBe("jpg");
    expect(server.to(TOKEN_PATH)).toHaveLength(1);
    expect(server.to(A)).toHaveLength(1);
  });
});

describe("checkCredentials", () => {
  it("says how long the token lasts, and leaves the present token alone", async () => {
    const { client, server } = await bench(() => undefined);
    expect(await client.checkCredentials()).toEqual({ ok: true, expiresInSeconds: 7200 });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
      grant_type: "client_credential",
      appid: APP_ID,
      secret: SECRET,
      force_refresh: false,
    });
  });

  it("hands back WeChat's refusal", async () => {
    const { client } = await bench(() => undefined, {
      tokens: (response) => sendJson(response, { errcode: 40125, errmsg: "invalid appsecret" }),
    });
    expect(await client.checkCredentials()).toMatchObject({ ok: false, error: { errcode: 40125 } });
  });

  it("throws when WeChat gave no verdict", async () => {
    const { client } = await bench(() => undefined, {
      tokens: (response) => response.end("<html>"),
    });
    expect(await rejection(client.checkCredentials())).toMatchObject({ why: "html" });
  });
});

describe("onCall", () => {
  it("is told of every attempt, with what was asked and what came", async () => {
    const { client, records } = await bench((response, request) =>
      request.query.get("access_token") === "TOKEN_1"
        ? sendJson(response, invalidCredential)
        : sendPicture(response, jpegBytes, { "num-used": "3" }),
    );
    await client.createWxaQrcode({ path: "p" });
    expect(records.map(({ endpoint, outcome }) => [endpoint, outcome])).toEqual([
      ["stable_token", "token"],
      ["createwxaqrcode", "api_error"],
      ["stable_token", "token"],
      ["createwxaqrcode", "picture"],
    ]);
    expect(records[1]).toMatchObject({ errcode: 40001, rid: "62bc0b4a-1a2b3c4d-5e6f7a8b" });
    expect(records[3]).toMatchObject({
      httpStatus: 200,
      errcode: null,
      numUsed: 3,
      requestBody: { path: "p", width: 430 },
    });
  });

  it("cannot spoil a picture by throwing", async () => {
    const { client } = await bench((response) => sendPicture(response, jpegBytes), {
      onCall: () => {
        throw new Error("journal is full");
      },
    });
    expect((await client.getWxacode({ path: "p" })).extension).toBe("jpg");
  });
});
