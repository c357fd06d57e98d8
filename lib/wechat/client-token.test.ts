import { describe, expect, it } from "vitest";
import { jpegBytes } from "./testing/pictures";
import { sendJson, sendPicture } from "./testing/serve";
import { bench, rejection, TOKEN_PATH } from "./testing/wechat-double";

const A = "/wxa/getwxacode";
const B = "/wxa/getwxacodeunlimit";

const invalidCredential = {
  errcode: 40001,
  errmsg:
    "invalid credential, access_token is invalid or not latest rid: 62bc0b4a-1a2b3c4d-5e6f7a8b",
};

describe("the access token", () => {
  it("is fetched once for five cold callers", async () => {
    const { client, server } = await bench((response) => sendPicture(response, jpegBytes));
    await Promise.all(
      Array.from({ length: 5 }, (_, call) => client.getWxacodeUnlimit({ scene: `${call}` })),
    );
    expect(server.to(TOKEN_PATH)).toHaveLength(1);
    expect(server.to(B)).toHaveLength(5);
  });

  it.each([40001, 40014, 42001])("is renewed once after %i", async (errcode) => {
    const { client, server } = await bench((response, request) =>
      request.query.get("access_token") === "TOKEN_1"
        ? sendJson(response, { errcode, errmsg: "token" })
        : sendPicture(response, jpegBytes),
    );
    expect((await client.getWxacode({ path: "p" })).extension).toBe("jpg");
    expect(server.to(TOKEN_PATH)).toHaveLength(2);
    expect(server.to(A).map(({ query }) => query.get("access_token"))).toEqual([
      "TOKEN_1",
      "TOKEN_2",
    ]);
  });

  it("costs at most 2 token and 2 code calls when it is always refused", async () => {
    const { client, server } = await bench((response) => sendJson(response, invalidCredential));
    expect(await rejection(client.getWxacode({ path: "p" }))).toMatchObject({
      errcode: 40001,
      errorClass: "refresh_token",
      quotaUsed: "no",
    });
    expect(server.to(TOKEN_PATH)).toHaveLength(2);
    expect(server.to(A)).toHaveLength(2);

    await rejection(client.getWxacode({ path: "p" }));
    expect(server.to(TOKEN_PATH)).toHaveLength(2);
    expect(server.to(A)).toHaveLength(3);
  });

  it("is renewed once for many calls refused together", async () => {
    const { client, server } = await bench((response, request) =>
      request.query.get("access_token") === "TOKEN_1"
        ? sendJson(response, invalidCredential)
        : sendPicture(response, jpegBytes),
    );
    await Promise.all(
      Array.from({ length: 20 }, (_, call) => client.getWxacodeUnlimit({ scene: `${call}` })),
    );
    expect(server.to(TOKEN_PATH)).toHaveLength(2);
  });
});
