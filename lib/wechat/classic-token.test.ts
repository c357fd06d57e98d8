import { inspect } from "node:util";
import { expect, it } from "vitest";
import type { WechatClientOptions } from "./client";
import { jpegBytes } from "./testing/pictures";
import { type Answer, sendJson, sendPicture } from "./testing/serve";
import { APP_ID, bench, rejection, SECRET, stillClock } from "./testing/wechat-double";

const A = "/wxa/getwxacode";
const TOKEN_PATH = "/cgi-bin/token";
const HOUR_MS = 3_600_000;

/** Issues CLASSIC_1, CLASSIC_2 …, and lets `answer` take the rest. */
async function classic(answer: Answer, options: Partial<WechatClientOptions> = {}) {
  let issued = 0;
  const answerAll: Answer = (response, request) => {
    if (request.path !== TOKEN_PATH) {
      answer(response, request);
      return;
    }
    issued += 1;
    sendJson(response, { access_token: `CLASSIC_${issued}`, expires_in: 7200 });
  };
  return bench(answerAll, { tokenEndpoint: "token", ...options });
}

const refuse: Answer = (response) => sendJson(response, { errcode: 40001, errmsg: "not latest" });

it("is fetched with a GET that has no body, and its secret is not recorded", async () => {
  const { client, server, records } = await classic((response) => sendPicture(response, jpegBytes));
  await client.getWxacode({ path: "p" });
  const [asked] = server.to(TOKEN_PATH);
  expect(asked).toMatchObject({ method: "GET", body: "" });
  expect(asked?.headers["content-type"]).toBeUndefined();
  expect(Object.fromEntries(asked?.query ?? [])).toEqual({
    grant_type: "client_credential",
    appid: APP_ID,
    secret: SECRET,
  });
  expect(server.to(A)[0]?.query.get("access_token")).toBe("CLASSIC_1");
  expect(records[0]).toMatchObject({
    endpoint: "token",
    outcome: "token",
    requestBody: { grant_type: "client_credential", appid: APP_ID },
  });
  expect(inspect(records, { depth: 9 })).not.toContain(SECRET.slice(0, 8));
});

it("shows no secret when the server throws the address back", async () => {
  const { client, records } = await bench(
    (response) => response.writeHead(500).end(`${response.req.url} ${SECRET}`),
    { tokenEndpoint: "token" },
  );
  const error = await rejection(client.getWxacode({ path: "p" }));
  expect(error).toMatchObject({ endpoint: "token", why: "http_5xx", mayRepeat: "yes" });
  expect(inspect([error, records], { depth: 9 })).not.toContain(SECRET.slice(0, 8));
});

it("is replaced once after a refusal, and at most 10 times a day", async () => {
  const clock = stillClock();
  const { client, server } = await classic(refuse, { clock });
  await rejection(client.getWxacode({ path: "p" }));
  expect(server.to(TOKEN_PATH)).toHaveLength(2);
  await rejection(client.getWxacode({ path: "p" }));
  expect(server.to(TOKEN_PATH)).toHaveLength(2);
  for (let minute = 0; minute < 60; minute += 1) {
    clock.advance(61_000);
    await rejection(client.getWxacode({ path: "p" }));
  }
  expect(server.to(TOKEN_PATH)).toHaveLength(11);
  clock.advance(24 * HOUR_MS);
  await rejection(client.getWxacode({ path: "p" }));
  expect(server.to(TOKEN_PATH)).toHaveLength(13);
});

it("is checked by asking for one", async () => {
  const { client, server } = await classic(refuse);
  expect(await client.checkCredentials()).toEqual({ ok: true, expiresInSeconds: 7200 });
  expect(server.requests.map(({ path }) => path)).toEqual([TOKEN_PATH]);
});
