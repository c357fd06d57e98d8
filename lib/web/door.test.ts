import { createServer, request as ask } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { readProxyTrust } from "@/lib/core/proxy-trust.mjs";
import { openDoor } from "@/lib/web/door.mjs";
import { ADDRESS_HEADER } from "@/lib/web/request-headers";

const DESK = "https://desk.example.com";
let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve)));

/** What stands behind the door tells what it was handed. */
async function openDesk(publicUrl = DESK, trust = "off"): Promise<number> {
  const admit = openDoor({ publicUrl, trust: readProxyTrust(trust) });
  const listening = createServer((request, response) => {
    if (!admit(request, response)) return;
    request.resume().on("end", () => response.end(JSON.stringify(request.headers)));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return (listening.address() as AddressInfo).port;
}

interface Question {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
}

function send(port: number, { method = "GET", path = "/", headers = {} }: Question) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      ask({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        text(answer).then((body) => resolve({ status, headers, body }), reject);
      })
        .on("error", reject)
        .end();
    },
  );
}

const post = (headers: Record<string, string>) => ({ method: "POST", headers });

describe("the door", () => {
  it("hands on the Host of MINTDESK_URL, whatever client and proxies claim", async () => {
    const port = await openDesk();
    const { body } = await send(port, {
      headers: { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil" },
    });
    expect(JSON.parse(body)).toMatchObject({
      host: "desk.example.com",
      "x-forwarded-proto": "https",
    });
    expect(body).not.toContain("evil");
  });

  it("hands on nothing that only the desk itself may say", async () => {
    const port = await openDesk();
    const names = [
      "x-middleware-subrequest",
      "x-middleware-set-cookie",
      "x-mintdesk-nonce",
      "x-mintdesk-path",
      "content-security-policy",
      "x-matched-path",
    ];
    const headers = Object.fromEntries(names.map((name) => [name, "claimed"]));
    const { body } = await send(port, { headers: { ...headers, rsc: "1" } });
    expect(body).not.toContain("claimed");
    expect(JSON.parse(body)).toMatchObject({ rsc: "1" });
  });

  it("says itself where a request came from", async () => {
    const port = await openDesk(DESK, "on");
    const claimed = { [ADDRESS_HEADER]: "6.6.6.6", "x-forwarded-for": "6.6.6.6, 203.0.113.5" };
    const { body } = await send(port, { headers: claimed });
    expect(JSON.parse(body)).toMatchObject({ [ADDRESS_HEADER]: "203.0.113.5" });
  });

  it.each([
    "https://evil.example",
    "http://desk.example.com",
    "null",
    "https://desk.example.com:8443",
  ])("refuses what a page at %s sends, and says where the desk is", async (origin) => {
    const port = await openDesk();
    const { status, body } = await send(port, post({ origin, host: "evil.example" }));
    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({
      reason: "requestForeign",
      values: { origin: DESK },
    });
  });

  it("refuses what says by itself that another site sends it", async () => {
    const port = await openDesk();
    expect((await send(port, post({ "sec-fetch-site": "cross-site" }))).status).toBe(403);
    expect((await send(port, post({ "sec-fetch-site": "same-origin" }))).status).toBe(200);
  });

  it("takes what its own pages send, and what no page sends", async () => {
    const port = await openDesk();
    expect((await send(port, post({ origin: DESK }))).status).toBe(200);
    expect((await send(port, post({}))).status).toBe(200);
    expect((await send(port, { headers: { origin: "https://evil.example" } })).status).toBe(200);
  });

  it.each([
    ["any file may be", {}, 21],
    ["an action takes", { "next-action": "7f" }, 1],
  ])("refuses a body larger than %s, before it is read", async (_, headers, most) => {
    const port = await openDesk();
    const length = String(most * 1024 * 1024 + 1);
    const { status, body } = await send(port, post({ ...headers, "content-length": length }));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ reason: "requestLarge", values: { most } });
  });

  it.each([
    ["a body too large", { "content-length": "99999999" }, 413, "too_large", "requestLarge"],
    ["a foreign page", { origin: "https://evil.example" }, 403, "forbidden", "requestForeign"],
  ])(
    "tells programs of %s as the API tells of a problem",
    async (_, headers, status, code, reason) => {
      const port = await openDesk();
      const asked = {
        ...post({ ...headers, "x-request-id": "mine-1" }),
        path: "/api/v1/campaigns",
      };
      const answer = await send(port, asked);
      expect([answer.status, answer.headers["x-request-id"]]).toEqual([status, "mine-1"]);
      expect(answer.headers["content-type"]).toBe("application/problem+json");
      expect(JSON.parse(answer.body)).toEqual({
        type: `${DESK}/developers#${code}`,
        title: code.replaceAll("_", " "),
        status,
        code,
        reason,
        detail: expect.stringMatching(/\. \S/) as string,
        requestId: "mine-1",
      });
    },
  );

  it("tells programs of an address that cannot be decoded, before anything fails over it", async () => {
    const port = await openDesk();
    const answer = await send(port, { path: "/api/v1/campaigns/%zz" });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ code: "bad_request", reason: "addressOdd" });
  });

  it("refuses an address that names a host of its own", async () => {
    const port = await openDesk();
    expect((await send(port, { path: "http://evil.example/sign-in" })).status).toBe(400);
  });

  it("puts its headers on every answer, and asks for https only where there is https", async () => {
    const { headers } = await send(await openDesk(), post({ origin: "null" }));
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=63072000",
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["permissions-policy"]).toContain("camera=()");
    await new Promise((resolve) => server?.close(resolve));
    const plain = await send(await openDesk("http://localhost:3000"), {});
    expect(plain.headers).not.toHaveProperty("strict-transport-security");
  });
});
