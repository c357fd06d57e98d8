import { getEventListeners } from "node:events";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { isWechatError } from "./errors";
import { jpegBytes } from "./testing/pictures";
import { type Answer, sendJson, sendPicture } from "./testing/serve";
import { bench } from "./testing/wechat-double";

const FAULTS: Answer[] = [
  (response) => sendPicture(response, jpegBytes),
  (response) => response.req.socket.resetAndDestroy(),
  (response) => sendPicture(response, jpegBytes.subarray(0, 100)),
  (response) => void response.end("<html>"),
  (response) => void response.writeHead(500).end(),
  (response) => sendJson(response, { errcode: 41030, errmsg: "invalid page" }),
  // Never answered, and answered without an end: both meet the deadline.
  () => undefined,
  (response) => void response.write(jpegBytes.subarray(0, 100)),
  (response) => {
    response.writeHead(200, { "content-length": "9000" });
    response.write(jpegBytes, () => response.req.socket.resetAndDestroy());
  },
];

const countOf = (kind: string) =>
  process.getActiveResourcesInfo().filter((name) => name === kind).length;

it("a thousand faults leave no socket, no timer and no listener behind", async () => {
  let call = 0;
  const { client, server } = await bench(
    (response, request) => {
      call += 1;
      FAULTS[call % FAULTS.length]?.(response, request);
    },
    { timeoutMs: 300, connections: 64 },
  );
  await client.checkCredentials();
  const timers = countOf("Timeout");
  const stop = new AbortController();
  const outcomes = { pictures: 0, failures: 0 };
  const mintSome = async () => {
    for (let mint = 0; mint < 16; mint += 1) {
      try {
        await client.getWxacode({ path: `p?${mint}` }, { signal: stop.signal });
        outcomes.pictures += 1;
      } catch (error) {
        if (!isWechatError(error)) throw error;
        outcomes.failures += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 64 }, mintSome));
  expect(outcomes.pictures).toBeGreaterThan(0);
  expect(outcomes.pictures + outcomes.failures).toBe(1024);

  await client.close();
  const connections = promisify(server.http.getConnections.bind(server.http));
  await expect.poll(() => connections()).toBe(0);
  // The poll has a timer of its own.
  await expect.poll(() => countOf("Timeout")).toBeLessThanOrEqual(Math.max(timers, 1));
  expect(getEventListeners(stop.signal, "abort")).toHaveLength(0);
});
