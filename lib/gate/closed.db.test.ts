import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGateDesk } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";

let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk({ GATE_MISSES_PER_MINUTE: "10000" });
  await desk.addScene("known");
});
afterAll(() => desk.close());

/** Sends bytes no client would, and gives back all that comes. */
async function sendRaw(request: string): Promise<string> {
  const socket = connect(Number(new URL(desk.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(request);
  return text(socket);
}

function get(path: string, headers = ""): Promise<string> {
  return sendRaw(`GET ${path} HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n${headers}\r\n`);
}

const withoutDate = (answer: string) => answer.replace(/^Date: .*\r\n/m, "");

describe("the gate is closed to", () => {
  it("enumeration: what is unknown, foreign or malformed answers alike to the byte", async () => {
    const other = await desk.addMiniProgram();
    await desk.addScene("foreign", { miniProgramId: other.id });
    const ours = `/v1/mini-programs/${desk.appId}/scenes`;
    const asked = {
      "unknown scene": `${ours}/never-minted`,
      "unknown scene again": `${ours}/never-minted`,
      "foreign scene": `${ours}/foreign`,
      "unknown AppID": "/v1/mini-programs/wx0123456789abcdef/scenes/known",
      "no AppID": "/v1/mini-programs/admin/scenes/known",
      "AppID in capitals": `/v1/mini-programs/${desk.appId.toUpperCase()}/scenes/known`,
      "AppID with a space": `/v1/mini-programs/%20${desk.appId}/scenes/known`,
      "encoded twice": `${ours}/%256Bnown`,
      "a per cent sign": `${ours}/known%25`,
      "half an encoding": `${ours}/known%2`,
      "no encoding": `${ours}/%zz`,
      "a zero byte": `${ours}/known%00`,
      "a line break": `${ours}/known%0d%0aX-Injected:%201`,
      "invalid UTF-8": `${ours}/%ff%fe`,
      "overlong UTF-8": `${ours}/%c0%af`,
      "a lone surrogate": `${ours}/%ed%a0%80`,
      Chinese: `${ours}/%E5%BE%90`,
      "33 characters": `${ours}/${"a".repeat(33)}`,
      "8,000 characters": `${ours}/${"a".repeat(8_000)}`,
      "a space": `${ours}/known%20`,
      "a quote for SQL": `${ours}/known'%20OR%201=1--`,
      "one more folder": `${ours}/known/more`,
      "a slash at the end": `${ours}/known/`,
      "two slashes": `/${ours}/known`,
      "a folder up": `${ours}/x/../../../../etc/passwd`,
      "an encoded folder up": `${ours}/%2e%2e/known`,
      "a backslash": `${ours}/..\\known`,
      "no scene": `${ours}/`,
      "another place": `http://gate${ours}/known`,
      "nothing we have": "/admin",
      "a prototype": `${ours}/__proto__`,
    };
    const answers = await Promise.all(
      Object.entries(asked).map(async ([name, path]) => ({
        name,
        answer: withoutDate(await get(path)),
      })),
    );
    const [first] = answers;
    expect(first?.answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    expect(first?.answer).toContain('{"error":"unknown_scene"');
    const others = answers.filter(({ answer }) => answer !== first?.answer);
    expect(others).toEqual([]);
  });

  it("paths and heads beyond all measure, before anything of ours sees them", async () => {
    expect(await get(`/v1/${"a".repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("headers that nobody set: nothing of a question comes back in a header", async () => {
    const path = `/v1/mini-programs/${desk.appId}/scenes/known?sceneValue=1047%0d%0aX-Injected:1&test=%0d%0aSet-Cookie:a=b`;
    const answer = await get(path, "Origin: https://evil.example\r\nX-Forwarded-For: 1.2.3.4\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    const [head = ""] = answer.split("\r\n\r\n");
    expect(head).not.toMatch(/injected|set-cookie|evil|powered|^server:/im);
    expect(head).toContain("Access-Control-Allow-Origin: *");
  });

  it("a Host that is not ours: it changes no answer, and a missing one is refused", async () => {
    const scene = `/v1/mini-programs/${desk.appId}/scenes/known`;
    for (const host of ["evil.example", "a b\\c", "[::1", "127.0.0.1:99999"]) {
      const answer = await sendRaw(
        `GET ${scene} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).not.toContain(host);
    }
    expect(await sendRaw(`GET ${scene} HTTP/1.1\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  it.each(["HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])("%s", async (method) => {
    const scene = `/v1/mini-programs/${desk.appId}/scenes/known`;
    for (const [path, allowed] of [
      [scene, "GET, OPTIONS"],
      [`${scene}/scans`, "POST, OPTIONS"],
      ["/health", "GET, OPTIONS"],
    ]) {
      const answer = await sendRaw(
        `${method} ${path} HTTP/1.1\r\nHost: gate\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 405 /);
      expect(answer).toContain(`Allow: ${allowed}\r\n`);
    }
  });

  it("no origin: a page anywhere may ask first and then ask", async () => {
    const url = `${desk.url}/v1/mini-programs/${desk.appId}/scenes/known/scans`;
    const response = await fetch(url, { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    expect(response.headers.get("access-control-allow-headers")).toBe("Content-Type");
  });

  it.each([
    ["no JSON", "sceneValue=1047", /the body must be an object/],
    ["a list", "[]", /the body must be an object/],
    ["a scene value that is text", '{"sceneValue":"1047"}', /sceneValue must be WeChat's/],
    ["a scene value without end", '{"sceneValue":1e300}', /sceneValue must be WeChat's/],
    ["a device without end", `{"device":"${"x".repeat(61)}"}`, /device must have at most 60/],
    ["a device with a line break", '{"device":"a\\nb"}', /device must have no control/],
    ["a device with a zero byte", '{"device":"a\\u0000b"}', /device must have no control/],
    ["half a character", '{"device":"\\ud800"}', /device must have no control/],
    ["a token with a quote", '{"testToken":"a\'b"}', /testToken must be the text/],
    ["what we did not ask for", '{"openid":"o6zAJs"}', /must be an object with nothing but/],
    ["a prototype", '{"__proto__":{"x":1}}', /must be an object with nothing but/],
  ])("a report with %s, saying why", async (_name, body, cause) => {
    const response = await desk.report("known", body);
    expect(response.status).toBe(400);
    const answer = (await response.json()) as Record<string, string>;
    expect(answer.error).toBe("invalid_report");
    expect(answer.cause).toMatch(cause);
    expect(answer.fix).toContain('{"sceneValue":1047');
  });

  it("a report beyond 4 KB, whether or not it says how long it is", async () => {
    const body = `{"device":"${"x".repeat(5_000)}"}`;
    expect((await desk.report("known", body)).status).toBe(413);
    const path = `/v1/mini-programs/${desk.appId}/scenes/known/scans`;
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const head = `POST ${path} HTTP/1.1\r\nHost: gate\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await sendRaw(head + chunk)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("no report that is short, in one piece or in many", async () => {
    const path = `/v1/mini-programs/${desk.appId}/scenes/known/scans`;
    expect((await desk.report("known", "")).status).toBe(202);
    expect((await desk.report("known", '{"sceneValue":1047}')).status).toBe(202);
    const head = `POST ${path} HTTP/1.1\r\nHost: gate\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await sendRaw(`${head}1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 202 /);
  });

  it("reports of what nobody knows", async () => {
    expect((await desk.report("never-minted", "{}")).status).toBe(404);
  });
});
