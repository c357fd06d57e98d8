import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiLimit } from "@/lib/api/api-limit";
import { openApi } from "@/lib/api/app";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { askThrough } from "@/lib/api/testing/ask-through";
import { ADDRESS_HEADER } from "@/lib/web/request-headers";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

async function told(response: Response) {
  const { status, code, reason } = (await response.json()) as Problem;
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status, code, reason };
}

const from = (address: string) => ({ headers: { [ADDRESS_HEADER]: address } });

describe("every answer", () => {
  it.each([
    ["a success", "GET /campaigns", {}],
    ["a refusal", "GET /campaigns", { key: "" }],
    ["a fault", "POST /campaigns", { body: {} }],
    ["an unknown address", "GET /nothing", {}],
    ["a wrong method", "DELETE /campaigns", {}],
    ["the document", "GET /openapi.json", {}],
  ])("says its request's id and how many calls are left: %s", async (_, call, options) => {
    const mine = await desk.ask(call, { ...options, headers: { "X-Request-Id": "crm-42:a" } });
    expect(mine.headers.get("x-request-id")).toBe("crm-42:a");
    expect(mine.headers.get("ratelimit-policy")).toMatch(/^"(default|stranger)";q=\d+;w=60$/);
    expect(mine.headers.get("ratelimit")).toMatch(/^"(default|stranger)";r=\d+;t=\d+$/);
    const odd = await desk.ask(call, { ...options, headers: { "X-Request-Id": "a b" } });
    expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("has the id that stands in the log", async () => {
    const headers = { "X-Request-Id": "crm-43" };
    const made = await desk.ask("POST /campaigns", { body: { name: "有编号" }, headers });
    expect(made.status).toBe(201);
    const entry = { requestId: "crm-43", action: "campaign.created" };
    expect(await desk.runtime.db.auditEntry.count({ where: entry })).toBe(1);
  });
});

describe("the limit on calls", () => {
  it("counts a person over all their keys, tells what is left, and says when to go on", async () => {
    const { url, open } = limited(3, 100);
    const other = await desk.keyOf(desk.operator);
    const ask = askThrough(open, url, desk.key);
    const left = async (key: string) => (await ask("GET /campaigns", { key })).headers;
    expect((await left(desk.key)).get("ratelimit")).toMatch(/^"default";r=2;t=\d+$/);
    expect((await left(other)).get("ratelimit-policy")).toBe('"default";q=3;w=60');
    await left(other);
    const over = await ask("GET /campaigns");
    expect(over.headers.get("ratelimit")).toMatch(/^"default";r=0;t=\d+$/);
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await told(over)).toEqual({ status: 429, code: "throttled", reason: "callsThrottled" });
    const admin = await desk.keyOf(desk.admin);
    expect((await ask("GET /campaigns", { key: admin })).status).toBe(200);
  });

  it("counts what carries no key by its address, whatever it asks for", async () => {
    const { url, open } = limited(100, 2);
    const ask = askThrough(open, url, "");
    expect((await ask("GET /campaigns", from("192.0.2.1"))).status).toBe(401);
    expect((await ask("GET /nothing", from("192.0.2.1"))).status).toBe(404);
    expect((await ask("GET /openapi.json", from("192.0.2.1"))).status).toBe(429);
    expect((await ask("GET /openapi.json", from("192.0.2.2"))).status).toBe(200);
    const known = await ask("GET /campaigns", { ...from("192.0.2.1"), key: desk.key });
    expect(known.status).toBe(200);
  });
});

function limited(perPerson: number, perStranger: number) {
  const open = openApi(desk.runtime, openApiLimit(perPerson, perStranger));
  return { open, url: desk.runtime.env.publicUrl };
}

describe("methods", () => {
  it("that an address does not take are refused, and those it takes are named", async () => {
    const wrong = await desk.ask("DELETE /campaigns");
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(await told(wrong)).toMatchObject({ status: 405, code: "method_not_allowed" });
  });

  it("are told to OPTIONS, which invites no browser", async () => {
    const asked = await desk.ask("OPTIONS /campaigns", { key: "" });
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect([...asked.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
  });

  it("HEAD has the head of GET and no body", async () => {
    const head = await desk.ask("HEAD /campaigns");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toBe("application/json");
    expect((await desk.ask("HEAD /campaigns", { key: "" })).status).toBe(401);
  });
});

describe("an address", () => {
  it.each([
    ["GET /nothing", 404, "addressUnknown"],
    ["GET /campaigns/", 404, "addressUnknown"],
    ["GET ", 404, "addressUnknown"],
    ["GET /campaigns/%zz", 400, "addressOdd"],
    ["GET /campaigns/%c0%af", 400, "addressOdd"],
    ["GET /campaigns/a%00b", 400, "addressOdd"],
    ["GET /campaigns?name=a%00b", 400, "addressOdd"],
    ["GET /campaigns?name=%", 400, "addressOdd"],
  ])("that is none answers %s with %i", async (call, status, reason) => {
    expect(await told(await desk.ask(call))).toMatchObject({ status, reason });
  });
});

describe("a body", () => {
  const json = { "Content-Type": "application/json" };
  it.each([
    ["no JSON", "{", json, 400, "bodyNotJson"],
    ["another media type", "name=x", { "Content-Type": "text/plain" }, 415, "mediaTypeUnknown"],
    ["a media type no one has", "x", { "Content-Type": "constructor" }, 415, "mediaTypeUnknown"],
    ["too large", `"${"a".repeat(8 * 1024 * 1024)}"`, json, 413, "requestLarge"],
    ["NUL in a text", '{"name":"a\\u0000b"}', json, 422, "textOdd"],
    ["half a character", '{"name":"\\ud800"}', json, 422, "textOdd"],
    ["nesting without end", "[".repeat(99) + "]".repeat(99), json, 400, "bodyDeep"],
  ])("with %s is refused", async (_, body, headers, status, reason) => {
    const answer = await desk.ask("POST /campaigns", { body, headers });
    expect(await told(answer)).toMatchObject({ status, reason });
  });

  it("is pointed into where a text cannot be kept", async () => {
    const answer = await desk.ask("POST /campaigns", { body: { name: "a\0b" } });
    expect(((await answer.json()) as Problem).errors?.[0]?.pointer).toBe("/name");
  });
});

describe("a fault no field has words for", () => {
  it.each([
    ["zh-CN", "缺少这个字段。", /^无效输入：.*string/],
    ["en", "This field is missing.", /^Invalid input: .*string/],
  ])("is told in the caller's language (%s)", async (language, missing, wrong) => {
    const headers = { "Accept-Language": language };
    const faultOf = async (body: object) => {
      const answer = await desk.ask("POST /codes", { body, headers });
      return ((await answer.json()) as Problem).errors?.[0];
    };
    const code = { kind: "WXACODE", miniProgramId: desk.miniProgramId, path: "pages/index/index" };
    expect(await faultOf(code)).toMatchObject({ reason: "fieldMissing", detail: missing });
    const odd = await faultOf({ ...code, label: 7 });
    expect(odd).toMatchObject({ pointer: "/label", reason: "inputInvalid" });
    expect(odd?.detail).toMatch(wrong);
  });
});

describe("Accept", () => {
  it.each([
    ["text/html", 406],
    ["application/json;q=0, */*", 406],
    ["text/html, application/*;q=0.1", 200],
    ["*/*", 200],
    ["APPLICATION/JSON", 200],
  ])("%s answers %i", async (Accept, status) => {
    const answer = await desk.ask("GET /campaigns", { headers: { Accept } });
    expect(answer.status).toBe(status);
    if (status === 406) expect((await told(answer)).code).toBe("not_acceptable");
  });
});
