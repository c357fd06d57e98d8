import { expect, it } from "vitest";
import { ZodError } from "zod";
import { isWechatPausedError } from "./errors";
import { createCallPolicy } from "./call-policy";
import { jpegBytes } from "./testing/pictures";
import { sendJson, sendPicture } from "./testing/serve";
import { bench, rejection } from "./testing/wechat-double";

const A = "/wxa/getwxacode";

it.each([
  ["miniGame", "?foo=bar", true],
  ["miniGame", "pages/index?foo=bar", true],
  ["miniGame", "?scancode_time=1", false],
  ["miniGame", `?${"a".repeat(1024)}`, false],
  ["miniProgram", "?foo=bar", false],
  ["miniProgram", "pages/index?foo=bar", true],
  [undefined, "?foo=bar", true],
] as const)("A of a %s takes the path %s: %s", async (kind, path, isTaken) => {
  const { client, server } = await bench(
    (response) => sendPicture(response, jpegBytes),
    kind ? { kind } : {},
  );
  if (isTaken) {
    await client.getWxacode({ path });
    expect(JSON.parse(server.to(A)[0]?.body ?? "")).toMatchObject({ path });
  } else {
    expect(await rejection(client.getWxacode({ path }))).toBeInstanceOf(ZodError);
    expect(server.requests).toHaveLength(0);
  }
});

it("40189 concerns the one request and counts nothing", async () => {
  const { client, server } = await bench(
    (response) => sendJson(response, { errcode: 40189, errmsg: "invalid width" }),
    { kind: "miniGame", policy: createCallPolicy(), repeatUnknownLimited: true },
  );
  const error = await rejection(client.getWxacode({ path: "?foo=bar" }));
  expect(error).toMatchObject({ errcode: 40189, errorClass: "never", quotaUsed: "no" });
  await rejection(client.getWxacode({ path: "?foo=bar" }));
  expect(server.to(A)).toHaveLength(2);
});

it("10,000 a day holds A back until tomorrow", async () => {
  const { client, server } = await bench(
    (response) => sendJson(response, { errcode: 45009, errmsg: "reach max api daily quota limit" }),
    { kind: "miniGame", policy: createCallPolicy() },
  );
  expect(await rejection(client.getWxacode({ path: "?a=1" }))).toMatchObject({ errcode: 45009 });
  expect(isWechatPausedError(await rejection(client.getWxacode({ path: "?a=2" })))).toBe(true);
  expect(server.to(A)).toHaveLength(1);
});
