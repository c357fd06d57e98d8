import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Secret } from "@/lib/core/secret";
import { askTokenServer } from "@/lib/mini-programs/ask-token-server";
import { isPublicAddress } from "@/lib/net/guarded-dispatcher";
import type { Runtime } from "@/lib/runtime";
import { openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime({
    MINTDESK_TOKEN_SERVER_HOSTS: "127.0.0.1",
    WECHAT_TIMEOUT_MS: "500",
  });
});
afterAll(() => runtime.close());

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

const ask = (url: string, changes: object = {}) =>
  askTokenServer(runtime, {
    url,
    headerName: "X-Company-Key",
    headerSecret: new Secret("company-secret"),
    tokenPath: "data.access_token",
    expiryPath: "data.expires_in",
    ...changes,
  });

describe("the company's token server", () => {
  it("is asked with the secret in its header and answers token and life", async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      seen.push(request.method, request.headers["x-company-key"], request.url);
      response.end(JSON.stringify({ data: { access_token: "TOKEN-12345678", expires_in: 900 } }));
    });
    expect(await ask(`http://127.0.0.1:${port}/token?app=1`)).toEqual({
      token: "TOKEN-12345678",
      expiresInSeconds: 900,
    });
    expect(seen).toEqual(["GET", "company-secret", "/token?app=1"]);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ["a refusal", (r) => r.writeHead(403).end("no"), "tokenServerStatus"],
    [
      "a redirect, which is not followed",
      (r) => r.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      "tokenServerStatus",
    ],
    ["a page", (r) => r.end("<html>"), "tokenServerNotJson"],
    ["70 KB", (r) => r.end(JSON.stringify("x".repeat(70_000))), "tokenServerNotJson"],
    ["no token", (r) => r.end('{"data":{}}'), "tokenServerNoToken"],
    ["a number for a token", (r) => r.end('{"data":{"access_token":7}}'), "tokenServerNoToken"],
    [
      "a token that has passed",
      (r) => r.end('{"data":{"access_token":"TOKEN-12345678","expires_in":0}}'),
      "tokenServerNoExpiry",
    ],
    ["silence", () => undefined, "tokenServerUnreachable"],
    ["a broken line", (r) => r.destroy(), "tokenServerUnreachable"],
  ])("that gives %s is named by its fault, without the secret", async (_name, answer, problem) => {
    const port = await serve((_request, response) => answer(response));
    const failure = await ask(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
    expect(failure).toMatchObject({ problem });
    expect(JSON.stringify(failure) + String(failure)).not.toContain("company-secret");
  });

  it("cannot be used to look around inside the network", async () => {
    let reached = 0;
    const port = await serve((_request, response) => {
      reached += 1;
      response.end("{}");
    });
    for (const [url, problem] of [
      [`http://localhost:${port}/`, "tokenServerInsecure"],
      [`https://localhost:${port}/`, "tokenServerBlocked"],
      [`https://[::1]:${port}/`, "tokenServerBlocked"],
      [`https://127.0.0.2:${port}/`, "tokenServerBlocked"],
      [`https://2130706434:${port}/`, "tokenServerBlocked"],
      ["https://169.254.169.254/latest/meta-data", "tokenServerBlocked"],
      ["https://10.0.0.1/", "tokenServerBlocked"],
      ["https://[::ffff:10.0.0.1]/", "tokenServerBlocked"],
    ] as const) {
      await expect(ask(url), url).rejects.toMatchObject({ problem });
    }
    expect(reached).toBe(0);
  });

  it("knows inside from outside", () => {
    for (const inside of ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "100.64.0.1"]) {
      expect(isPublicAddress(inside), inside).toBe(false);
    }
    for (const inside of ["::1", "fc00::1", "fe80::1", "::ffff:127.0.0.1", "64:ff9b::a00:1"]) {
      expect(isPublicAddress(inside), inside).toBe(false);
    }
    for (const odd of ["0.0.0.0", "255.255.255.255", "224.0.0.1", "not an address"]) {
      expect(isPublicAddress(odd), odd).toBe(false);
    }
    for (const outside of ["203.119.24.5", "2409:8c1e::1"]) {
      expect(isPublicAddress(outside), outside).toBe(true);
    }
  });
});
