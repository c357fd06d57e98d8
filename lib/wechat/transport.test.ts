import { once } from "node:events";
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { closedPort, serve } from "./testing/serve";
import { createTransport, type TransportOptions } from "./transport";

function open(baseUrl: string, options: Partial<TransportOptions> = {}) {
  const transport = createTransport({ baseUrl, timeoutMs: 2_000, ...options });
  onTestFinished(() => transport.close());
  return transport;
}

const post = { method: "POST", path: "/wxa/x", json: { scene: "码" } } as const;

describe("an answered request", () => {
  it("was one POST of UTF-8 JSON with the token in the query", async () => {
    const server = await serve((response) => response.end("hello"));
    const outcome = await open(`${server.baseUrl}/prefix/`).send({
      ...post,
      query: { access_token: "a+b&c" },
    });

    expect(outcome).toMatchObject({ kind: "answered", httpStatus: 200 });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      path: "/prefix/wxa/x",
      body: '{"scene":"码"}',
    });
    expect(server.requests[0]?.query.get("access_token")).toBe("a+b&c");
    expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  });

  it("keeps its connection for the next one", async () => {
    const ports = new Set<number | undefined>();
    const server = await serve((response) => {
      ports.add(response.req.socket.remotePort);
      response.end("{}");
    });
    const transport = open(server.baseUrl, { connections: 1 });
    for (let call = 0; call < 3; call += 1) await transport.send(post);
    expect(ports.size).toBe(1);
  });

  it("is unzipped, whatever the headers say", async () => {
    const server = await serve((response) => response.end(gzipSync("inside")));
    const outcome = await open(server.baseUrl).send(post);
    expect(outcome.kind === "answered" && outcome.bytes.toString()).toBe("inside");
  });

  it("may be a redirect, which is not followed", async () => {
    const server = await serve((response) => {
      response.writeHead(302, { location: "/elsewhere" });
      response.end("<html>moved</html>");
    });
    const outcome = await open(server.baseUrl).send(post);
    expect(outcome).toMatchObject({ kind: "answered", httpStatus: 302 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a request that was surely not sent", () => {
  it("met a closed port", async () => {
    const outcome = await open(`http://127.0.0.1:${await closedPort()}`).send(post);
    expect(outcome).toMatchObject({ kind: "not_sent", why: "refused" });
  });

  it("had a host nobody knows", async () => {
    const outcome = await open("http://nowhere.invalid").send(post);
    expect(outcome).toMatchObject({ kind: "not_sent", why: "dns" });
  });

  it("could not agree on TLS", async () => {
    const server = await serve((response) => response.end());
    const outcome = await open(server.baseUrl.replace("http:", "https:")).send(post);
    expect(outcome).toMatchObject({ kind: "not_sent", why: "tls" });
    expect(server.requests).toHaveLength(0);
  });

  it("was given up before it began", async () => {
    const server = await serve((response) => response.end());
    const outcome = await open(server.baseUrl).send({ ...post, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ kind: "not_sent", why: "aborted" });
    expect(server.requests).toHaveLength(0);
  });

  it("was given up while it waited for a free connection, and is not written later", async () => {
    const server = await serve((response) => {
      setTimeout(() => response.end("first"), 200);
    });
    const transport = open(server.baseUrl, { connections: 1 });
    const first = transport.send(post);
    const second = await transport.send({ ...post, signal: AbortSignal.timeout(50) });
    expect(second).toMatchObject({ kind: "not_sent", why: "aborted" });
    expect(await first).toMatchObject({ kind: "answered" });
    await transport.send(post);
    expect(server.requests).toHaveLength(2);
  });

  it("passed its deadline before a connection was there", async () => {
    const tcp = createServer();
    tcp.listen(0, "127.0.0.1");
    await once(tcp, "listening");
    onTestFinished(() => void tcp.close());
    const address = tcp.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    // The port accepts and never shakes hands.
    const outcome = await open(`https://127.0.0.1:${port}`, { timeoutMs: 200 }).send(post);
    expect(outcome).toMatchObject({ kind: "not_sent", why: "timeout" });
  });
});

describe("an unknown outcome", () => {
  it("is an answer that drips past the deadline, though never silent for long", async () => {
    const server = await serve((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("x"), 50);
      response.on("close", () => clearInterval(drip));
    });
    const outcome = await open(server.baseUrl, { timeoutMs: 400 }).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "timeout", httpStatus: 200 });
    expect(outcome.kind === "unknown" && outcome.bytes.length).toBeGreaterThan(2);
    expect(outcome.durationMs).toBeLessThan(1_500);
  });

  it("is a server that never answers", async () => {
    const server = await serve(() => undefined);
    const outcome = await open(server.baseUrl, { timeoutMs: 200 }).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "timeout", httpStatus: null });
  });

  it("is a caller that gives up while waiting", async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    const outcome = await open(server.baseUrl).send({ ...post, signal: stop.signal });
    expect(outcome).toMatchObject({ kind: "unknown", why: "aborted" });
  });

  it("is a connection reset after the request, and is not repeated", async () => {
    const server = await serve((response) => response.req.socket.resetAndDestroy());
    const outcome = await open(server.baseUrl).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "reset" });
    expect(server.requests).toHaveLength(1);
  });

  it("is a kept connection that closes under the next request, and is not repeated", async () => {
    let calls = 0;
    const server = await serve((response) => {
      calls += 1;
      if (calls === 1) response.end("{}");
      else response.req.socket.destroy();
    });
    const transport = open(server.baseUrl, { connections: 1 });
    await transport.send(post);
    expect(await transport.send(post)).toMatchObject({ kind: "unknown", why: "reset" });
    expect(server.requests).toHaveLength(2);
  });

  it("is a body shorter than its Content-Length", async () => {
    const server = await serve((response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("only this");
      setTimeout(() => response.req.socket.destroy(), 20);
    });
    const outcome = await open(server.baseUrl).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "truncated", httpStatus: 200 });
    expect(outcome.kind === "unknown" && outcome.bytes.toString()).toBe("only this");
  });

  it("is a body larger than allowed, of which the rest is not read", async () => {
    let sent = 0;
    const server = await serve((response) => {
      response.writeHead(200);
      const pump = setInterval(() => {
        sent += 1;
        response.write(Buffer.alloc(64 * 1024));
      }, 1);
      response.on("close", () => clearInterval(pump));
    });
    const outcome = await open(server.baseUrl, { maxAnswerBytes: 100_000 }).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "too_large" });
    expect(sent).toBeLessThan(50);
  });

  it("is a small archive that unfolds past the bound", async () => {
    const server = await serve((response) => response.end(gzipSync(Buffer.alloc(1_000_000))));
    const outcome = await open(server.baseUrl, { maxAnswerBytes: 100_000 }).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "too_large" });
  });

  it("is an archive that breaks off", async () => {
    const server = await serve((response) => response.end(gzipSync("inside").subarray(0, 15)));
    expect(await open(server.baseUrl).send(post)).toMatchObject({ why: "truncated" });
  });

  it("is an answer that is not HTTP", async () => {
    const tcp = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end("SSH-2.0-OpenSSH\r\n"));
    });
    tcp.listen(0, "127.0.0.1");
    await once(tcp, "listening");
    onTestFinished(() => void tcp.close());
    const address = tcp.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const outcome = await open(`http://127.0.0.1:${port}`).send(post);
    expect(outcome).toMatchObject({ kind: "unknown", why: "reset" });
  });
});

describe("createTransport", () => {
  it.each(["ftp://host", "https://user:pass@host", "https://host/?a=1", "nonsense"])(
    "refuses %s as a base URL",
    (baseUrl) => {
      expect(() => createTransport({ baseUrl, timeoutMs: 1 })).toThrow(TypeError);
    },
  );

  it("sends nothing more once closed", async () => {
    const server = await serve((response) => response.end("{}"));
    const transport = createTransport({ baseUrl: server.baseUrl, timeoutMs: 500 });
    await transport.close();
    expect(await transport.send(post)).toMatchObject({ kind: "not_sent" });
    expect(server.requests).toHaveLength(0);
  });
});
