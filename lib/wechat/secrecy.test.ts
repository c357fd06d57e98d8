import { inspect } from "node:util";
import { expect, it } from "vitest";
import { classifyTokenAnswer } from "./classify-answer";
import { evidenceOf, redact } from "./redact";
import { closedPort, sendJson, type Answer } from "./testing/serve";
import { bench, rejection, SECRET } from "./testing/wechat-double";

const TOKEN = "81_Secret-Token/with+odd=chars&more";
const tokens: Answer = (response) => sendJson(response, { access_token: TOKEN, expires_in: 7200 });

/** Everything a log, a serialiser or a page could make of a value. */
function allTextOf(value: unknown): string {
  const error = value instanceof Error ? [value.message, value.stack, String(value)] : [];
  const shown = inspect(value, { depth: 20, showHidden: true, getters: true });
  return [...error, JSON.stringify(value), shown].join("\n");
}

/** The secrets, or beginnings of them, that show in a value. */
function leaksIn(...values: unknown[]): string[] {
  const text = values.map(allTextOf).join("\n");
  return [SECRET, TOKEN]
    .flatMap((secret) => [secret, encodeURIComponent(secret), secret.slice(0, 12)])
    .filter((shape) => text.includes(shape));
}

/** Servers that throw the request back at the caller in every way. */
const echoes: [string, Answer][] = [
  ["HTML", (response, { body, query }) => response.end(`<html>${body} ${query}</html>`)],
  [
    "a 500 with the raw address",
    (response) => response.writeHead(500).end(`${response.req.url} ${"x".repeat(600)}`),
  ],
  [
    "an errmsg",
    (response, { body, query }) =>
      sendJson(response, { errcode: 40097, errmsg: `${query.get("access_token")} ${body}` }),
  ],
  [
    "an answer that breaks off",
    (response, { body }) => {
      response.writeHead(200, { "content-length": "9000" });
      response.write(`${response.req.url} ${body}`);
      setTimeout(() => response.req.socket.destroy(), 20);
    },
  ],
  ["an answer that never ends", (response) => void response.write(`${response.req.url}`)],
  ["a reset", (response) => response.req.socket.resetAndDestroy()],
];

it.each(echoes)("no secret shows when the code call meets %s", async (_what, answer) => {
  const { client, records } = await bench(answer, { tokens, timeoutMs: 400 });
  const error = await rejection(client.getWxacode({ path: "p" }));
  expect(leaksIn(error, records)).toEqual([]);
});

it.each(echoes)("no secret shows when the token call meets %s", async (_what, answer) => {
  const { client, records } = await bench(() => undefined, { tokens: answer, timeoutMs: 400 });
  const error = await rejection(client.getWxacode({ path: "p" }));
  expect(leaksIn(error, records)).toEqual([]);
});

it("no secret shows when nothing can be reached, nor in the client itself", async () => {
  const { client, records } = await bench(() => undefined, {
    baseUrl: `http://127.0.0.1:${await closedPort()}`,
    secret: () => ({ reveal: () => SECRET }),
  });
  const error = await rejection(client.getWxacode({ path: "p" }));
  expect(leaksIn(error, records, client)).toEqual([]);
});

it("no secret shows when a token comes in a shape nobody can read", async () => {
  const { client } = await bench(() => undefined, {
    tokens: (response) => response.end(`{"access_token":"${TOKEN}","expires_in":72`),
  });
  expect(leaksIn(await rejection(client.getWxacode({ path: "p" })))).toEqual([]);
  expect(classifyTokenAnswer(Buffer.from(`{"access_token":"${TOKEN}"`), 200).kind).toBe(
    "unreadable",
  );
});

it("the search itself would find a secret", () => {
  expect(leaksIn(new Error(`GET /x?access_token=${encodeURIComponent(TOKEN)}`))).not.toEqual([]);
  expect(leaksIn([{ requestBody: { secret: SECRET } }])).not.toEqual([]);
});

it("keeps what is no secret", () => {
  const errmsg = "access_token expired rid: 62bc0b4a-1a2b3c4d-5e6f7a8b";
  expect(redact(errmsg, [TOKEN])).toBe(errmsg);
  expect(evidenceOf(Buffer.from(`a ${TOKEN} b`), [TOKEN])).toBe("a [redacted] b");
});
