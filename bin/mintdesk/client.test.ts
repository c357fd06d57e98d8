import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openClient } from "./client";
import type { Client } from "./client";
import { BrokenAnswer, Interrupted, Refusal, Unreachable } from "./failures";
import { sayIn } from "./say";

interface Seen {
  key: string | undefined;
  type: string | undefined;
  body: string;
}

let close: () => void = () => undefined;
afterEach(() => close());

/** A server that gives its answers in turn, and a client of it. */
async function open(answers: ((response: ServerResponse) => void)[], signal?: AbortSignal) {
  const seen: Seen[] = [];
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const { "idempotency-key": key, "content-type": type } = request.headers;
    seen.push({ key: key?.toString(), type, body: await text(request) });
    answers[seen.length - 1]?.(response);
  };
  const server = createServer((request, response) => void hear(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { client: clientOf(`http://127.0.0.1:${port}`, signal), seen };
}

function clientOf(url: string, signal = new AbortController().signal): Client {
  const say = sayIn("en");
  return openClient({
    url,
    key: "mk_x",
    locale: "en",
    say,
    tell: () => undefined,
    signal,
    firstPause: 0.01,
  });
}

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(JSON.stringify(body));
const broken = (response: ServerResponse) => void response.destroy();
const problem = (status: number, code: string) =>
  answer(status, { status, code, detail: "No.", requestId: "r" });

describe("a call", () => {
  it("is repeated under its key and to the byte when it breaks, and when the server is at fault", async () => {
    const busy = answer(429, {}, { "Retry-After": "0" });
    const { client, seen } = await open([
      broken,
      problem(503, "unexpected"),
      busy,
      answer(200, { id: 7 }),
    ]);
    const form = new FormData();
    form.set("file", new Blob(["a,b"]), "a.csv");
    const read = await client.read("POST /batches", z.object({ id: z.number() }), { form });
    expect(read).toEqual({ id: 7 });
    expect(seen).toHaveLength(4);
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("ends after four tries", async () => {
    const { client, seen } = await open([broken, broken, broken, broken, answer(200, {})]);
    await expect(client.send("GET /codes")).rejects.toBeInstanceOf(Unreachable);
    expect(seen).toHaveLength(4);
  });

  it.each([
    ["an answer of WeChat's", problem(502, "wechat_refused")],
    ["an outcome nobody knows", problem(502, "outcome_unknown")],
    ["a refusal", problem(422, "invalid_input")],
    [
      "more patience than a minute",
      answer(
        429,
        { status: 429, code: "throttled", detail: "", requestId: "" },
        { "Retry-After": "3600" },
      ),
    ],
  ])("is not repeated after %s", async (_, first) => {
    const { client, seen } = await open([first, answer(200, {})]);
    await expect(client.send("POST /codes", { body: {} })).rejects.toBeInstanceOf(Refusal);
    expect(seen).toHaveLength(1);
  });

  it("that changes a version is not repeated, for nobody knows whether it was done", async () => {
    const { client, seen } = await open([broken, answer(200, {})]);
    await expect(client.send("PUT /x", { body: {} })).rejects.toBeInstanceOf(Unreachable);
    expect(seen).toHaveLength(1);
  });

  it("to something else than Mintdesk says so", async () => {
    const { client } = await open([answer(404, "nginx"), answer(200, ["html"])]);
    await expect(client.send("GET /codes")).rejects.toBeInstanceOf(BrokenAnswer);
    const read = client.read("GET /codes", z.object({ data: z.array(z.unknown()) }));
    await expect(read).rejects.toBeInstanceOf(BrokenAnswer);
  });

  it("is given up by Ctrl-C, waiting for an answer or for the next try", async () => {
    const end = new AbortController();
    const { client } = await open([() => end.abort()], end.signal);
    await expect(client.send("GET /codes")).rejects.toBeInstanceOf(Interrupted);
  });
});
